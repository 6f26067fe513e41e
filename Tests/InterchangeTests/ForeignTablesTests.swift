import Foundation
import Matchmaking
import TestSupport
import Testing

import Interchange

/// Tables as many programs write them, whose columns seem to say what they don't.
@Suite struct ForeignTablesTests {
  private let folder = TemporaryFolder()
  private let host = Contact(id: "me", name: "Me Myself", emails: ["me@x.example"])

  private var network: Network {
    get throws { try Network(contacts: [host], host: "me") }
  }

  /// What comes of files in a folder.
  private func importing(_ files: [String: String]) throws -> Import {
    for (name, text) in files { folder.write(text, to: name) }
    return Import(of: [folder.path], into: try network)
  }

  @Test func `takes the number of a row for nobody's identifier`() throws {
    let files = [
      "a.csv": "ID,Name,Email\n1,Jean Martin,j@x.example\n2,Ann Berg,a@x.example\n",
      "b.csv": "ID,Name,Email\n1,Zoe Lang,z@x.example\n2,Otto Kurz,o@x.example\n",
      "c.json": #"[{"id":1,"name":"Ida Roux","email":"i@x.example"}]"#,
    ]
    let read = try importing(files)
    #expect(read.network.contacts.count == 6)
    #expect(try importing(files).network == read.network)
    let again = Import(of: [folder.path], into: read.network)
    #expect(again.network == read.network)
    // Those whom a table names by them, or somebody says they are.
    let named = try imported("id,name,knows\n1,Anna,2\n2,Bo,\n").network
    #expect(named.contacts.map(\.id) == ["1", "2"] && named.ties.count == 1)
  }

  @Test func `keeps namesakes apart by the numbers of their rows`() throws {
    let text = "ID,Name\n1,Jean Martin\n7,Jean Martin\n"
    let network = try imported(text).network
    #expect(network.contacts.count == 2)
    #expect(try imported(text, into: network).network == network)
  }

  @Test(arguments: [
    "À faire\n\n- répondre au mail de Paul\n- appeler maman\n- contact: paul.renaud@x.example\n",
    "#!/usr/bin/env python3\n# send mail\nimport smtplib\n\nFROM = \"bot@x.example\"\nTO = [\"a@x.example\"]\n",
    "2024-03-12 10:00 INFO mail sent to a@x.example\n2024-03-12 10:01 INFO mail sent to b@x.example\n",
    "# mytool\n\nSends e-mail reports.\n\n## Install\n\nmake, make install\n",
    "name: second);\nif (x) {\nemail = y;\n",
    #"{"id":"5f","name":"Association","desc":"","closed":false,"cards":[],"labels":[]}"#,
    #"{"time":"2024","level":"info","name":"server","pid":1,"msg":"x"}"#,
    #"{"_id":"1","name":"Dune","type":"film"}"#,
    "Nom,Auteur,Éditeur,Année,Notes\nDune,Herbert,Pocket,1965,bien\n",
    "Name,Location,Start,End,Description\nFête,Albi,1/5,2/5,Bal\n",
    "Date;Type;Numéro;Client;Montant;Durée\n12/03/2024;Facture;12;Mots;100;3\n",
  ])
  func `passes over what is no list of people`(text: String) throws {
    let read = try importing(["file": text, "other.csv": "name,email\nAnn,a@y.example\n"])
    #expect(read.network.contacts.map(\.name).sorted() == ["Ann", "Me Myself"], "\(read.network.contacts)")
    #expect(read.passedOver == 1)
  }

  @Test(arguments: [
    "Numéro;Type;Nom;Prénom;Email;Date;Ville\n101;Individuel;Roux;Anna;anna@x.example;12/03/2024;Albi\n",
    "Nom;Prénom;Email;Téléphone;Date;Type\nRoux;Anna;anna@x.example;06 11 22 33 44;12/03/2024;Adhésion\n",
    "Name,Email,Phone,Date,Start Time,Duration,Notes\nAnna Roux,anna@x.example,0611223344,12/03/2024,10:00,2,\n",
    "Nom;Prénom;Email;Tarif;Prix\nRoux;Anna;anna@x.example;plein;12\n",
    "linkedinProfileUrl,fullName,firstName,lastName,headline,companyName,industry,location,email\n"
      + "https://www.linkedin.com/in/annaroux,Anna Roux,Anna,Roux,Traductrice,Mots,Translation,Albi,anna@x.example\n",
    "Adresses mail du club;;;\n;;;\nNom;Prénom;Email;Ville\nRoux;Anna;anna@x.example;Albi\n",
    "Export du 12/03/2024;Club Rotary;;\n\nNom;Prénom;Email;Ville\nRoux;Anna;anna@x.example;Albi\n",
    "Date,Name,Type,From Email Address,To Email Address\n1/2/24,Anna Roux,Payment,anna@x.example,me@x.example\n",
    "Horodateur;Adresse e-mail;Nom de votre structure;Votre nom\n12/03;anna@x.example;Les Jardins;Anna Roux\n",
    #"{"name":"Anna Roux","email":"anna@x.example","phone":"+33611223344"}"#,
    #"{"firstName":"Anna","lastName":"Roux","email":"anna@x.example","needs":["a van"]}"#,
    "Membres\nNom;Prénom;Email\nRoux;Anna;anna@x.example\n",
    "Membres, 2026\n\nNom|Prénom|Email\nRoux|Anna|anna@x.example\n",
    "Nom;Email;Ville\nAnna Roux;anna@x.example;Albi;;\n",
    "Name,Email,Owner Email\nAnna Roux,anna@x.example,paul@crm.example\n",
    "Membre;Email;Besoins\nAnna Roux;anna@x.example;un vélo\n",
  ])
  func `takes its people out of a list with other columns`(text: String) throws {
    let read = try importing(["file": text])
    let anna = try #require(read.network.contacts.first { $0.id != "me" }, "\(read.failures)")
    #expect(anna.name == "Anna Roux" && anna.emails == ["anna@x.example"] && read.network.contacts.count == 2)
    #expect(read.network.host == "me" && read.summary.skipped.isEmpty)
  }

  @Test(arguments: ["a@x.example\nb@y.example\n", "Anna Roux;anna@x.example\nBo;b@y.example\n"])
  func `says what a list without headers lacks`(text: String) {
    #expect(failure(Data(text.utf8))?.contains("write a row above it") == true)
  }

  @Test func `reads each line by its own members, whatever the first has`() throws {
    let lines =
      #"{"name":"Anna","email":"a@x.example"}"# + "\n"
      + #"{"name":"Bo","email":"b@x.example","phone":5,"needs":[{"text":"a van","urgency":"high"}]}"# + "\n"
      + #"{"nom":"Ida","besoins":["un vélo"],"Wunsch":"tea"}"# + "\n"
    let read = try Import(
      of: Data(lines.utf8), named: "file", options: Import.Options(columns: ["Wunsch": .needs]))
    #expect(read.network.contacts.map(\.name) == ["Anna", "Bo", "Ida"])
    #expect(read.network.contacts.prefix(2).map(\.emails) == [["a@x.example"], ["b@x.example"]])
    #expect(read.network.listings.map(\.text).sorted() == ["a van", "tea", "un vélo"])
    #expect(read.network.listings.first { $0.text == "a van" }?.urgency == .high)
  }

  @Test func `leaves out the foot of a table, and says so`() throws {
    let read = try imported("Nom;Email;Ville\nAnna;a@x.example;Albi\n\nTotal : 1 membre;;\n")
    #expect(read.network.contacts.map(\.name) == ["Anna"] && read.summary.reports.count == 1)
    #expect(read.summary.reports[0].hasPrefix("file:4: 'Total : 1 membre' is the foot"))
  }

  @Test func `takes a question for what it asks, and a number in it for no need`() throws {
    let text =
      "Nom;Téléphone en cas de besoin;Describe what you need help with;Was bietest du an?\nAnna;06 11 22 33 44;a bike;Musik\n"
    let network = try imported(text).network
    #expect(network.contacts[0].phones == ["06 11 22 33 44"])
    #expect(network.listings.map { "\($0.kind): \($0.text)" }.sorted() == ["need: a bike", "offer: Musik"])
  }

  @Test func `takes no answer such as none for a need or an offer`() throws {
    let rows = [
      "aucun;-", "N/A;Rien pour le moment", "Non;RAS", "none;nothing", "?;oui", "un vélo;cours de piano",
    ]
    let text = "Nom;Besoins;Offres\n" + rows.enumerated().map { "A\($0.offset);\($0.element)\n" }.joined()
    #expect(try imported(text).network.listings.map(\.text).sorted() == ["cours de piano", "un vélo"])
  }

  @Test func `reads the day first where a table writes it so`() throws {
    for (head, date, day) in [
      ("Nom;Dernier contact", "05/03/2024", "2024-03-05"), ("name,last contact", "05/03/2024", "2024-05-03"),
      ("Name;Letzter Kontakt", "05.03.2024", "2024-03-05"),
      ("name,last contact", "\"March 5, 2024\"", "2024-03-05"),
    ] {
      let delimiter = head.contains(";") ? ";" : ","
      let network = try imported("\(head)\(delimiter)email\nAnna\(delimiter)\(date)\(delimiter)a@x.example\n")
        .network
      #expect(network.contacts[0].lastContact == Day(day), "\(head)")
    }
    let both = "name,last contact,email\nAnna,05/03/2024,a@x.example\nBo,25/03/2024,b@x.example\n"
    #expect(try imported(both).network.contacts.map(\.lastContact) == [Day("2024-03-05"), Day("2024-03-25")])
  }

  @Test func `lets what is said of a column count before what is known of headers`() throws {
    func read(_ text: String, _ columns: [String: ContactColumn]) throws -> Contact {
      try Import(of: Data(text.utf8), named: "file", options: Import.Options(columns: columns)).network
        .contacts[0]
    }
    let town = try read("City,Town,name,email\nParis,Lyon,Ann,a@x.example\n", ["town": .locality])
    #expect(town.place?.locality == "Lyon" && town.unknownFields == ["City": "\"Paris\""])
    #expect(try read("name,email,wants\nX1,a@x.example,Ann Lee\n", ["wants": .name]).name == "Ann Lee")
    #expect(
      try read(
        "full name,vorne,hinten,email\nx,Ann,Lee,a@x.example\n", ["vorne": .firstName, "hinten": .lastName]
      ).name == "Ann Lee")
    let list = #"[{"name":"Ann","email":"a@x.example","Wunsch":"a bike"}]"#
    let network = try Import(
      of: Data(list.utf8), named: "file", options: Import.Options(columns: ["Wunsch": .needs])
    ).network
    #expect(network.listings.map(\.text) == ["a bike"])
    let card = Data("BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nEND:VCARD\n".utf8)
    #expect(throws: ImportError.self) {
      try Import(of: card, named: "file", options: Import.Options(columns: ["Wunsch": .needs]))
    }
  }

  @Test func `tells what it can't open, and counts what holds nothing`() throws {
    folder.write("name,email\nAnn,a@x.example\n", to: "a.csv")
    folder.write("prose\n", to: "b.txt")
    folder.write(Data([0x1F, 0x8B, 0x78]), to: "c.vcf.gz")
    let read = Import(of: [folder.path], into: try network)
    #expect(read.unopened.map { $0.description.contains("gunzip") } == [true] && read.passedOver == 1)
    #expect(read.failures.isEmpty)
  }
}
