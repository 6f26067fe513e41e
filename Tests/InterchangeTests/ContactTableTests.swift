import Foundation
import Interchange
import Matchmaking
import Testing

@Suite struct ContactTableTests {
  @Test func `reads a table with English headers`() throws {
    let network = try imported(
      """
      First Name,Last Name,Title,Company,City,Languages,Groups,E-mail 1,E-mail 2,Phone,Website,Needs,Offers,Notes,Age
      Anna,Roux,Translator,Mots,Toulouse,"fr, en",Rotary; Rugby,a@x.example,b@x.example,+33 5,x.example/a,\
      "a website
      a; b",piano lessons; rides,"line
      line",41
      """
    ).network
    let contact = try #require(network.contacts.first)
    #expect(contact.name == "Anna Roux" && contact.headline == "Translator" && contact.organisation == "Mots")
    #expect(contact.place == Place(locality: "Toulouse") && contact.languages == ["fr", "en"])
    #expect(contact.emails == ["a@x.example", "b@x.example"] && contact.phones == ["+33 5"])
    #expect(contact.urls == ["x.example/a"] && contact.notes == "line\nline")
    #expect(contact.unknownFields == ["Age": "\"41\""])
    #expect(network.groups.map(\.name) == ["Rotary", "Rugby"])
    #expect(Set(network.listings.filter { $0.kind == .need }.map(\.text)) == ["a website", "a; b"])
    let offers = network.listings.filter { $0.kind == .offer }
    #expect(Set(offers.map(\.text)) == ["piano lessons", "rides", "Translator, Mots"])
    #expect(network.listings.filter { $0.basis == .implied }.map(\.text) == ["Translator, Mots"])
  }

  @Test(arguments: [(";", "\n"), (",", "\r\n"), ("\t", "\r")])
  func `takes the delimiter that the first line names for Excel`(delimiter: String, end: String) throws {
    let cells = [["name", "needs"], ["Anna", "\"a; b, c\td\n\""], ["Bo", "x", "y"]]
    let text = (["\u{FEFF}SEP=\(delimiter)"] + cells.map { $0.joined(separator: delimiter) })
      .joined(separator: end)
    let read = try imported(text)
    #expect(
      read.network.contacts.map(\.name) == ["Anna"] && read.network.listings.map(\.text) == ["a; b, c\td"])
    #expect(read.summary.reports.count == 1 && read.summary.reports[0].hasPrefix("file:5: "))
  }

  @Test func `reads a French table with semicolons in Windows-1252`() throws {
    let text =
      "Prénom;Nom;Société;Téléphone;Ville;Besoins;Offres;Dernier contact\r\nZoé;Péré;Études & Cie;05;Nîmes;un plombier;\"cours; cuisine\";2026-05-01\r\n"
    let data = try #require(text.data(using: .windowsCP1252))
    let network = try imported(data).network
    let contact = try #require(network.contacts.first)
    #expect(contact.name == "Zoé Péré" && contact.organisation == "Études & Cie" && contact.phones == ["05"])
    #expect(contact.place?.locality == "Nîmes" && contact.lastContact == Day("2026-05-01"))
    #expect(network.listings.map(\.text).sorted() == ["cours", "cuisine", "un plombier"])
  }

  @Test func `parts web addresses where one ends, and not at a comma within`() throws {
    for (cell, urls) in [
      ("https://x.example/a,12.html", ["https://x.example/a,12.html"]),
      ("https://x.example/a,https://y.example/b", ["https://x.example/a", "https://y.example/b"]),
      ("x.example/a, y.example/b;www.z.example", ["x.example/a", "y.example/b", "www.z.example"]),
      ("https://x.example/a;b,c\n", ["https://x.example/a;b,c"]),
    ] {
      let network = try imported("name,urls\nAnna,\"\(cell)\"\n").network
      #expect(network.contacts[0].urls == urls)
      let table = try imported(network.csv).network
      #expect(table.contacts[0].urls == urls)
    }
  }

  @Test func `takes Nom alone for the whole name`() throws {
    #expect(try imported("Nom\tOffres\nZoé Péré\tcours").network.contacts.map(\.name) == ["Zoé Péré"])
  }

  @Test func `takes missing cells for blank and refuses cells without a column`() throws {
    let result = try imported("name,needs,offers\nAnna\nBo,x,y,,\nCy,x,y,z\n\n , ,\nDee,,\n")
    #expect(result.network.contacts.map(\.name).sorted() == ["Anna", "Bo", "Dee"])
    #expect(result.summary.reports == ["file:4: has 4 cells where the first row has 3"])
    #expect(result.summary.line == "4 = 3 + 0 + 0 + 0 + 1")
  }

  @Test func `says which cell it cannot read`() throws {
    let result = try imported(
      "name,capacity,last contact,needs\nAnna,many,,\nBo,2,1 May 2026,\nCy,,01/05,\n,,,x\n")
    #expect(
      result.summary.reports == [
        "file:2: capacity: 'many' is no whole number",
        "file:5: has no name, id, web address or e-mail address",
      ])
    #expect(result.network.contacts.first?.lastContact == Day("2026-05-01"))
    // Nobody is lost for a date.
    #expect(result.network.contacts.last?.unknownFields == ["column:lastContact": "\"01/05\""])
  }

  @Test(arguments: [
    (
      "colour,size\nred,4", "no column of the first row is known: name them with some of id, name, namePrefix"
    ),
    ("Name\nHTML\nSwift", "names alone make no list of contacts: add columns such as needs, offers"),
    ("Name,Authority\nEnglish,Native", "the column 'Authority' is not one of a list of contacts"),
    ("needs,offers\na,b", "nothing in the first row says who it is: add a column name, emails, urls or id"),
  ])
  func `refuses a table that is none of contacts`(text: String, advice: String) throws {
    let message = try #require(failure(Data(text.utf8)))
    #expect(message.hasPrefix("file: \(advice)"))
  }

  @Test func `names unknown columns so that none is lost and none is a field of its own`() throws {
    let contact = try imported("name,needs,Age,Age,,host\nAnna,,1,2,3,4").network.contacts[0]
    #expect(
      contact.unknownFields
        == ["Age": "\"1\"", "Age 2": "\"2\"", "column 5": "\"3\"", "column:host": "\"4\""])
  }

  @Test func `writes no cell that a spreadsheet would run, and reads each back`() throws {
    let dangerous = ["=1+1", "+33 5", "-x", "@cmd", "'=x", "''=x"]
    let existing = try Network(
      contacts: dangerous.enumerated().map { Contact(id: Contact.ID("c\($0.offset)"), name: $0.element) })
    let lines = existing.csv.split(separator: "\n").dropFirst()
    #expect(lines.map { String($0.split(separator: ",")[1]) } == dangerous.map { "'" + $0 })
    let result = try imported(existing.csv, as: .csv)
    #expect(try result.network.unsourced == existing)
  }

  @Test(arguments: [["baking", "tax, law"], ["tax, law"], ["a;b", "c"], ["one"]])
  func `keeps skills on their way out and in`(skills: [String]) throws {
    let list = "[" + skills.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    let network = try imported("{\"id\":\"a\",\"name\":\"Anna\",\"skills\":\(list)}", as: .jsonLines).network
    #expect(try imported(network.csv, into: network).summary.unchanged == 1)
    #expect(try imported(network.csv).network.unsourced == network.unsourced)
  }

  @Test func `keeps a need with a semicolon whole on its way out and in`() throws {
    let file = "{\"id\":\"a\",\"name\":\"A\",\"needs\":[\"x; y\"],\"offers\":[\"p; q\",\"r\"],\"age\":7}"
    let network = try imported(file).network
    let result = try imported(network.csv, into: network)
    #expect(result.network.listings == network.listings)
    #expect(network.csv.hasPrefix("id,name,headline,"))
    #expect(network.csv.split(separator: "\n")[0].hasSuffix(",age"))
  }

  @Test func `puts a space where a name has line breaks or other control characters`() throws {
    let text =
      "name,headline\n\"Anna\r\n Roux\",x\n\"Bo\u{7}Lee\",y\n\"\u{1B}[1mCy\u{2028}Dor\u{85}\",z\n"
    let result = try imported(text)
    #expect(result.network.contacts.map(\.name).sorted() == ["Anna Roux", "Bo Lee", "[1mCy Dor"])
    #expect(try imported(text, into: result.network).network == result.network)
    let card = "BEGIN:VCARD\nVERSION:4.0\nFN:Anna\\nRoux\nEMAIL:a@x.example\nEND:VCARD\n"
    #expect(try imported(card).network.contacts.map(\.name) == ["Anna Roux"])
    let nameless = try imported("name,needs\n\"\u{1}\",x\n\"\u{85}\",y\nBo,z\n")
    #expect(nameless.network.contacts.map(\.name) == ["Bo"])
    #expect(nameless.summary.skipped.map(\.line) == [2, 3])
    let related =
      "BEGIN:VCARD\nVERSION:4.0\nUID:1\nFN:Ctl\u{1}Name\nEND:VCARD\n"
      + "BEGIN:VCARD\nVERSION:4.0\nFN:Bo\nRELATED;TYPE=friend:1\nEND:VCARD\n"
    #expect(try imported(related).network.ties.map(\.kind) == [.friend])
  }

  @Test func `implies no listing by what holds a NUL`() throws {
    for fields in ["\"recommendation\":\"He offers \\u0000plumbing\"", "\"skills\":[\"a\\u0000b\"]"] {
      let result = try imported("{\"name\":\"Wim\",\(fields)}\n")
      #expect(result.network.contacts.map(\.name) == ["Wim"] && result.network.listings.isEmpty)
      #expect(try imported("{\"name\":\"Wim\",\(fields)}\n", into: result.network).network == result.network)
    }
  }

  @Test func `reads many rows in their order, whoever reads them, and tells the lines of bad ones`() throws {
    var text = "id,name\n"
    for number in 0..<20_000 {
      text += number % 4_999 == 7 ? "\(number),\"N\n\(number)\",x\n" : "n\(number),\"N\n\(number)\"\n"
    }
    let result = try imported(text)
    #expect(result.summary.line == "20000 = 19996 + 0 + 0 + 0 + 4")
    #expect(result.summary.skipped.map(\.line) == [7, 5006, 10005, 15004].map { 2 + 2 * $0 })
    #expect(result.network.contacts.allSatisfy { $0.name == "N \($0.id.rawValue.dropFirst())" })
  }
}
