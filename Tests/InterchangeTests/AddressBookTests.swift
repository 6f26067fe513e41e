import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

/// Tables as Google, Outlook and Thunderbird write them, and tables of people's own.
@Suite struct AddressBookTests {
  private func only(_ text: String) throws -> (contact: Contact, network: Network) {
    let network = try imported(text).network
    return (try #require(network.contacts.first), network)
  }

  /// A row for a header, its values by column name, the others empty.
  private func row(_ header: String, _ values: [String: String]) -> String {
    header + "\n"
      + header.split(separator: ",").map { "\"\(values[String($0)] ?? "")\"" }.joined(separator: ",") + "\n"
  }

  @Test func `reads Google's table of 2024, labels and lists in cells`() throws {
    let header =
      "First Name,Middle Name,Last Name,Phonetic First Name,Name Prefix,Nickname,File As,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - City,Address 1 - Region,Address 1 - Country,Website 1 - Label,Website 1 - Value"
    let (contact, network) = try only(
      "\u{FEFF}"
        + row(
          header,
          [
            "First Name": "Lotte", "Middle Name": "von", "Last Name": "Berg", "Organization Name": "Berg AG",
            "Organization Title": "Notarin", "Notes": "Land: Schweiz\nKategorien: Business",
            "Labels": "* myContacts ::: Chor ::: * ", "E-mail 1 - Label": "* Home",
            "E-mail 1 - Value": "lotte@berg.example ::: l.berg@x.example", "E-mail 2 - Value": "* Other",
            "Phone 1 - Label": "* Mobile", "Phone 1 - Value": "+41 79 000 00 00 ::: +41 44 000 00 00",
            "Address 1 - City": "Zürich", "Address 1 - Country": "CH",
          ]))
    #expect(contact.name == "Lotte von Berg" && contact.headline == "Notarin")
    #expect(contact.organisation == "Berg AG" && contact.notes == "Land: Schweiz\nKategorien: Business")
    #expect(contact.emails == ["lotte@berg.example", "l.berg@x.example"])
    #expect(contact.phones == ["+41 79 000 00 00", "+41 44 000 00 00"])
    #expect(contact.place == Place(locality: "Zürich", country: "CH"))
    #expect(network.groups == [Group(name: "Chor", members: [contact.id])])
    #expect(contact.unknownFields.isEmpty)
  }

  @Test func `reads Google's older tables`() throws {
    let header =
      "Name,Given Name,Additional Name,Family Name,Location,Occupation,Hobby,Notes,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value"
    let (contact, network) = try only(
      row(
        header,
        [
          "Name": "Ann Mary Roy", "Given Name": "Ann", "Family Name": "Roy",
          "E-mail 1 - Value": "ann@x.example",
          "Group Membership": "* myContacts ::: Rotary ::: * Friends", "Organization 1 - Name": "Mots",
          "Organization 1 - Title": "Translator", "Website 1 - Value": "https://ann.example/me",
          "Hobby": "chess",
        ]))
    #expect(
      contact.name == "Ann Mary Roy" && contact.organisation == "Mots" && contact.headline == "Translator")
    #expect(contact.urls == ["https://ann.example/me"] && network.groups.map(\.name) == ["Rotary"])
    #expect(contact.unknownFields == ["Hobby": "\"chess\"", "categories": "\"* Friends\""])
    #expect(try imported(network.csv).network.unsourced == network.unsourced)
  }

  @Test func `takes nobody's friends and family for groups that they share`() throws {
    let people = "Name,Labels\nAnn,Family ::: Rotary\nBo,Family ::: VIP ::: Rotary\n"
    let network = try imported(people).network
    #expect(network.groups.map(\.name) == ["Rotary"])
    #expect(network.contacts.map { $0.unknownFields["categories"] } == ["\"Family\"", "\"Family; VIP\""])
    #expect(try imported("Name,Groups,Needs\nAnn,Family,x\n").network.groups.map(\.name) == ["Family"])
  }

  @Test func `reads Outlook's table, where a title is Dr`() throws {
    let header =
      "First Name,Middle Name,Last Name,Title,E-mail Address,E-mail 2 Address,Home Phone,Business Phone,Mobile Phone,Business Fax,Job Title,Company,Business Street,Business City,Business Country/Region,Home Street,Home City,Home Country/Region,Web Page,Categories,Notes"
    let (contact, network) = try only(
      row(
        header,
        [
          "First Name": "Max", "Last Name": "Roux", "Title": "Dr", "E-mail Address": "max@x.example",
          "E-mail 2 Address": "m@y.example", "Business Phone": "05 61", "Mobile Phone": "06 12",
          "Job Title": "Vet", "Company": "Clinique", "Business City": "Albi",
          "Business Country/Region": "France",
          "Home City": "Gaillac", "Categories": "Chasse;Rugby",
        ]))
    #expect(contact.headline == "Vet" && contact.organisation == "Clinique")
    #expect(contact.emails == ["max@x.example", "m@y.example"] && contact.phones == ["05 61", "06 12"])
    #expect(contact.place == Place(locality: "Gaillac"), "home before business, and no mix of the two")
    #expect(
      network.groups.map(\.name) == ["Chasse", "Rugby"] && contact.unknownFields["namePrefix"] == "\"Dr\"")
  }

  @Test func `reads Thunderbird's table in French`() throws {
    let text =
      "Prénom,Nom de famille,Nom à afficher,Surnom,Première adresse électronique,Adresse électronique secondaire,Téléphone professionnel,Ville du domicile,Organisation,Profession\nZoé,Péré,Zoé Péré,,zoe@x.example,z@y.example,05 61,,Mots,Éditrice\n"
    let contact = try only(text).contact
    #expect(contact.name == "Zoé Péré" && contact.emails == ["zoe@x.example", "z@y.example"])
    #expect(contact.phones == ["05 61"] && contact.organisation == "Mots" && contact.headline == "Éditrice")
  }

  @Test func `reads who has and who wants what`() throws {
    for header in ["I have,I want", "Ich biete,Ich suche", "J'offre,Je cherche", "Haves,Wants"] {
      let network = try imported("Name,\(header)\nAnna,\"a van\nladders\",piano lessons\n").network
      #expect(
        network.listings.map { "\($0.kind) \($0.text)" }.sorted() == [
          "need piano lessons", "offer a van", "offer ladders",
        ])
    }
  }

  @Test func `takes a column for what is said, and a sentence for what it seems`() throws {
    let text = "Wer,Wunsch,Ce que je propose aux autres,Votre ville\nAnna,a van,tea,Albi\n"
    let said = Import.Options(columns: ["Wer": .name, "Wunsch": .needs])
    let result = try Import(of: Data(text.utf8), named: "file", options: said)
    #expect(result.network.listings.map(\.text).sorted() == ["a van", "tea"])
    #expect(result.network.contacts[0].place?.locality == "Albi")
    #expect(
      result.summary.guesses.map { "\($0.header)=\($0.column)" } == [
        "Ce que je propose aux autres=offers", "Votre ville=locality",
      ])
    let wrong = Import.Options(columns: ["Wen": .name])
    #expect { try Import(of: Data(text.utf8), named: "file", options: wrong) } throws: {
      "\($0)"
        == "file: has no column 'Wen'; its first row has 'Wer', 'Wunsch', 'Ce que je propose aux autres', 'Votre ville'"
    }
  }

  @Test func `takes a firm without a person for a contact`() throws {
    let network = try imported("First Name,Last Name,Company,Email\n,,Mots SARL,mots@x.example\n").network
    #expect(network.contacts.map(\.name) == ["Mots SARL"])
  }

  /// Each header that Google and Outlook were seen to write is known by name: nothing is guessed, and what has no place is
  /// kept.
  @Test(
    .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.absence)),
    arguments: [
      ("google_2010_nolanguage", "Name", "Organization 1 - Name", "Occupation"),
      ("google_2016_2023", "Name", "Organization 1 - Name", "Occupation"),
      ("google_2024_labels", "First Name Middle Name Last Name", "Organization Name", "Organization Title"),
      ("outlook_com", "First Name Middle Name Last Name", "Company", "Job Title"),
      ("outlook_csv_as_exported_by_google", "First Name Middle Name Last Name", "Company", "Job Title"),
    ])
  func `knows the real headers`(file name: String, named: String, of firm: String, as job: String) throws {
    let file = String(
      decoding: try SharedFolder.data("google-outlook-headers/\(name).header.csv"), as: UTF8.self)
    let header = try #require(file.split(whereSeparator: \.isNewline).first)
    let cells = header.split(separator: ",").map { column in
      column.contains("mail") && (column.contains("Value") || column.contains("Address"))
        ? "x@y.example" : column.contains("Phone") ? "+33 5 61 00 00 00" : column
    }
    let result = try imported("\(header)\n\(cells.joined(separator: ","))\n")
    let contact = try #require(result.network.contacts.first)
    #expect(result.summary.guesses.isEmpty && result.summary.skipped.isEmpty)
    #expect(contact.name == named && contact.organisation == firm && contact.headline == job)
    #expect(contact.emails.contains("x@y.example") && !contact.phones.isEmpty && contact.notes == "Notes")
    #expect(contact.place?.locality != nil)
  }
}
