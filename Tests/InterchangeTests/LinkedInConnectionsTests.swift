import Foundation
import Interchange
import Matchmaking
import Testing

@Suite struct LinkedInConnectionsTests {
  private let file = """
    Notes:
    "When exporting your data, you may ""miss"" some
    of the addresses, for each member decides."

    First Name,Last Name,URL,Email Address,Company,Position,Connected On
    Anna,Roux,https://www.linkedin.com/in/anna,,Mots,"Translator, Editor",12 Mar 2024
    Bo,,https://www.linkedin.com/in/bo,bo@x.example,NA,Cook,7-Feb-22

    ,,,,Mots,Editor,"1/8/18, 6:14 PM"
    ,,https://www.linkedin.com/in/cy,,Mots,NA,"1/8/18, 6:14 PM"
    Dee,Díaz,,dee@x.example,,,someday

    """

  @Test func `reads the connections below the preamble`() throws {
    let result = try imported(file)
    #expect(result.summary.line == "5 = 4 + 0 + 0 + 0 + 1")
    #expect(result.summary.reports == ["file:9: has no name, id, web address or e-mail address"])
    let byURL = Dictionary(uniqueKeysWithValues: result.network.contacts.map { ($0.urls.first ?? "", $0) })
    let anna = try #require(byURL["https://www.linkedin.com/in/anna"])
    #expect(anna.name == "Anna Roux" && anna.headline == "Translator, Editor" && anna.organisation == "Mots")
    #expect(anna.unknownFields == ["connectedOn": "\"2024-03-12\""])
    #expect(byURL["https://www.linkedin.com/in/bo"]?.organisation == nil)
    #expect(byURL["https://www.linkedin.com/in/bo"]?.unknownFields == ["connectedOn": "\"2022-02-07\""])
    #expect(byURL["https://www.linkedin.com/in/cy"]?.name == "")
    #expect(byURL[""]?.unknownFields == ["connectedOn": "\"someday\""])
    #expect(Set(result.network.listings.map(\.text)) == ["Translator, Editor, Mots", "Cook"])
    #expect(result.network.listings.allSatisfy { $0.kind == .offer && $0.basis == .implied })
  }

  @Test func `ties connections to the host since the day, or longer if they met before`() throws {
    let existing = try imported(
      """
      {"id":"me","name":"Me","host":true}
      {"id":"anna","name":"A. Roux","urls":["linkedin.com/in/anna/"],"knows":[{"contact":"me","kind":"friend","since":"1999-01-01"}]}
      """
    ).network
    let result = try imported(file, into: existing)
    let ties = result.network.ties
    #expect(ties.contains(Tie("anna", "me", kind: .friend, since: Day("1999-01-01"))))
    #expect(ties.compactMap { $0.since?.description }.sorted() == ["1999-01-01", "2018-01-08", "2022-02-07"])
    #expect(result.network.contact("anna")?.unknownFields == [:])
    #expect(result.summary.line == "5 = 3 + 1 + 0 + 0 + 1")
    let again = try imported(file, into: result.network)
    #expect(again.network == result.network && again.summary.line == "5 = 0 + 0 + 4 + 0 + 1")
  }

  @Test(arguments: [
    ("12 Mar 2024", "2024-03-12"), ("7-Feb-22", "2022-02-07"), ("1/8/18, 6:14 PM", "2018-01-08"),
    ("2024-03-12", "2024-03-12"), ("3 févr. 2021", "2021-02-03"), ("31 Feb 2021", "31 Feb 2021"),
  ])
  func `understands the dates of every layout`(written: String, day: String) throws {
    let text = "First Name,Last Name,Connected On\nA,B,\"\(written)\"\n"
    #expect(try imported(text).network.contacts[0].unknownFields["connectedOn"] == "\"\(day)\"")
  }

  @Test func `recognises a French file with semicolons`() throws {
    let text =
      "Prénom;Nom;URL;Adresse e-mail;Entreprise;Poste;Connecté le\nZoé;Péré;;;Mots;Éditrice;3 août 2020\n"
    let contact = try imported(text).network.contacts[0]
    #expect(contact.name == "Zoé Péré" && contact.unknownFields == ["connectedOn": "\"2020-08-03\""])
  }

  /// What Python's `csv` counts in each file: records, blank ones left out; those without name, URL and
  /// e-mail; those with a position among the others, students aside; URLs; mail addresses.
  @Test(
    .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.absence)),
    arguments: [
      ("connections_preamble_A.csv", [400, 31, 365, 369, 8]),
      ("connections_2018_nourl.csv", [41, 0, 28, 0, 41]),
      ("connections_resaved_in_R_NA.csv", [400, 0, 375, 400, 14]),
    ])
  func `counts what Python counts in real files`(name: String, counts: [Int]) throws {
    let data = try SharedFolder.data("linkedin/\(name)")
    let result = try imported(data)
    let contacts = result.network.contacts
    let counted = [
      result.summary.read, result.summary.skippedRecords, result.summary.listingsAdded,
      contacts.count { !$0.urls.isEmpty }, contacts.count { !$0.emails.isEmpty },
    ]
    #expect(counted == counts)
    #expect(contacts.count == counts[0] - counts[1])
    #expect(
      contacts.allSatisfy { $0.unknownFields["connectedOn"]?.count == 12 && $0.unknownFields.count == 1 })
    #expect(contacts.allSatisfy { $0.name != "" && !$0.name.split(separator: " ").contains("NA") })
    let again = try imported(data, into: result.network)
    #expect(again.network == result.network && again.summary.unchanged == contacts.count)
  }

  @Test(arguments: [
    "Prénom,Nom de famille,URL,Adresse e-mail,Entreprise,Poste,Connexion établie le\nAnna,Roux,,a@x.example,Mots,Cook,12 févr. 2024\n",
    "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Vernetzt am\nAnna,Roux,,a@x.example,Mots,Cook,12. Februar 2024\n",
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnna,Roux,,a@x.example,Mots,Cook,12 feb 2024\n",
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnna,Roux,,a@x.example,Mots,Cook,soon\n",
  ])
  func `knows whom the host is connected with, in whatever language, and whatever the date`(text: String)
    throws
  {
    let network = try Network(contacts: [Contact(id: "me", name: "Me")], host: "me")
    let tie = try #require(try imported(text, into: network).network.ties.first)
    #expect(tie.since == (text.contains("soon") ? nil : Day("2024-02-12")))
  }

  @Test(
    .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.absence)),
    arguments: [
      "abhishekwebcode_Skills.csv", "abhishekwebcode_Languages.csv", "archive_layouts.tsv", "README.md",
    ])
  func `takes no contacts from the archive's other files`(name: String) throws {
    let read = Import(of: [try #require(SharedFolder.imports).appending(path: "linkedin/\(name)").path])
    #expect(read.network == .empty && (!read.failures.isEmpty || !read.summary.skipped.isEmpty))
  }
}
