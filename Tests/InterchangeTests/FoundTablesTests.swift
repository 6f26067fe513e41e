import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

/// Tables as shops, associations, mail programs and time banks write them, whose columns nobody named for linkup.
@Suite struct FoundTablesTests {
  private func contacts(_ text: String) throws -> [Contact] { try imported(text).network.contacts }

  @Test(arguments: [
    "name,url,username,password,note", "Title,Url,Username,Password,OTPAuth",
    "\"url\",\"username\",\"password\",\"httpRealm\"", "Name,Email,Mot de passe",
  ])
  func `takes in no passwords`(header: String) throws {
    let message = try #require(failure(Data((header + "\nx,y,z,hunter2\n").utf8)))
    #expect(message.contains("linkup takes in no passwords") && !message.contains("hunter2"))
  }

  @Test func `takes Nom beside Prénom for the family's, in whatever words`() throws {
    let buyers = """
      Référence;Nom participant;Prénom participant;Nom payeur;Prénom payeur;Email payeur
      1;Roux;Anna;Roux;Jean;jean@x.example
      2;Roux;Jean;Roux;Jean;jean@x.example
      """
    #expect(try contacts(buyers).map(\.name) == ["Anna Roux", "Jean Roux"])
    #expect(try contacts(buyers).allSatisfy { $0.emails.isEmpty }, "whoever pays may be another")
    let form = "Votre nom,Votre prénom,Que recherchez-vous ?\nRoux,Anna,un local\n"
    #expect(try contacts(form).map(\.name) == ["Anna Roux"])
    #expect(
      try contacts("Nom complet,Prénom,Email\nAnna Roux,Anna,a@x.example\n").map(\.name) == ["Anna Roux"])
  }

  @Test func `takes the name of an event or a school for nobody's`() throws {
    let text = """
      Event name,Buyer first name,Buyer email,Attendee first name,Attendee last name,Attendee email
      Dîner,Bob,bob@x.example,Anna,Roux,anna@x.example
      Dîner,Bob,bob@x.example,Carl,Blanc,carl@x.example
      """
    #expect(try contacts(text).map(\.name) == ["Anna Roux", "Carl Blanc"])
    #expect(try contacts(text).map(\.emails) == [["anna@x.example"], ["carl@x.example"]])
    #expect(failure(Data("School Name,Start Date,Notes\nINSA,1998,x\n".utf8)) != nil)
  }

  @Test func `takes a title beside another for a form of address`() throws {
    let outlook =
      "Titre,Prénom,Nom,Société,Titre,Ville (bureau),Pays/Région (bureau),Tél. mobile\n"
      + "Mme,Zoé,Lefèvre,Cabinet,Avocate,Albi,France,06 12 34 56 78\n"
    let contact = try #require(try contacts(outlook).first)
    #expect(contact.headline == "Avocate" && contact.phones == ["06 12 34 56 78"])
    #expect(contact.place == Place(locality: "Albi", country: "France"))
    #expect(contact.unknownFields == ["namePrefix": "\"Mme\""])
    let xing = try contacts("Name,Title,Position\nEva Klein,Dr.,Geschäftsführerin\n")
    #expect(xing.map(\.headline) == ["Geschäftsführerin"])
    let alone = try contacts("Name,Title,Email\nEva Klein,Dr.,e@x.example\n")
    #expect(alone.map(\.headline) == [nil] && alone[0].unknownFields == ["title": "\"Dr.\""])
  }

  @Test func `knows the German headers of Outlook and Thunderbird`() throws {
    let text =
      "Anrede;Vorname;Nachname;Firma;Position;Ort geschäftlich;Land/Region geschäftlich;Telefon (privat);Mobiltelefon;"
      + "E-Mail-Adresse;E-Mail-Typ;E-Mail 2: Adresse;Kategorien;Notizen;Webseite\n"
      + "Herr;Jürgen;Müller;GmbH;Leiter;München;Deutschland;+49 89 123456;+49 170 1234567;j@x.example;SMTP;jm@x.example;"
      + "Rotary;sucht einen Steuerberater;mueller.example/j\n"
    let result = try imported(text)
    let contact = try #require(result.network.contacts.first)
    #expect(contact.name == "Jürgen Müller" && contact.organisation == "GmbH" && contact.headline == "Leiter")
    #expect(contact.place == Place(locality: "München", country: "Deutschland"))
    #expect(contact.phones == ["+49 89 123456", "+49 170 1234567"])
    #expect(contact.emails == ["j@x.example", "jm@x.example"] && contact.urls == ["mueller.example/j"])
    #expect(contact.notes == "sucht einen Steuerberater" && result.network.groups.map(\.name) == ["Rotary"])
  }

  @Test(arguments: [
    ("Tél fixe;Tél portable;Mail;Email pro", ["1111111", "2222222"], ["a@x.example", "b@x.example"]),
    ("Home Phone;Cell Phone;Email 1;Contact Email", ["1111111", "2222222"], ["a@x.example", "b@x.example"]),
    ("Phone;Emergency phone;Email;Manager email", ["1111111"], ["a@x.example"]),
    ("Phone;Work Fax;Email;E-mail Type", ["1111111"], ["a@x.example"]),
  ])
  func `takes several columns of numbers and addresses`(
    header: String, phones: [String], emails: [String]
  ) throws {
    let contact = try contacts("Name;\(header)\nAnna;1111111;2222222;a@x.example;b@x.example\n")[0]
    #expect(contact.phones == phones && contact.emails == emails)
  }

  @Test(arguments: [
    "LinkedIn", "LinkedIn URL", "Linkedin Profile", "defaultProfileUrl", "Votre profil LinkedIn",
  ])
  func `takes a column of profiles for web addresses`(header: String) throws {
    let network = try imported("Name,\(header)\nAnna,linkedin.com/in/anna\nAnna,linkedin.com/in/anna-2\n")
      .network
    #expect(
      network.contacts.map(\.urls).sorted { $0[0] < $1[0] } == [
        ["linkedin.com/in/anna"], ["linkedin.com/in/anna-2"],
      ])
  }

  @Test(arguments: [
    ("Anna Roux <anna@x.example>", ["anna@x.example"]),
    ("mailto:a@x.example / b@x.example", ["a@x.example", "b@x.example"]),
    ("pas de mail", []), ("/o=ExchangeLabs/ou=Exchange Group (FYDI)/cn=x", []), ("-", []),
  ])
  func `takes addresses out of a cell, and nothing else`(cell: String, emails: [String]) throws {
    let contact = try contacts("Name,Email\nAnna,\"\(cell)\"\n")[0]
    #expect(contact.emails == emails)
    #expect((contact.unknownFields["email"] != nil) == emails.isEmpty, "it isn't lost")
  }

  @Test func `sets faxes apart, and what a spreadsheet left of a number`() throws {
    let google =
      "Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\n"
      + "Anna,Work Fax,+33561000000,Mobile,+33612345678\nBo,Mobile,\"6,12346E+08\",Mobile,n/a\n"
    let (anna, bo) = (try contacts(google)[0], try contacts(google)[1])
    #expect(anna.phones == ["+33612345678"] && anna.unknownFields["fax"] == "\"+33561000000\"")
    #expect(bo.phones == [] && bo.unknownFields["phone"] == "\"6,12346E+08\"")
  }

  @Test(arguments: [
    "Nom;Prénom;Catégorie;Offre / Demande;Titre;Description",
    "Last name;First name;Category;Type;Title;Description",
  ])
  func `reads tables with an offer or a need in each row`(header: String) throws {
    let text =
      header + """

        Roux;Anna;Jardin;Offre;Taille de haies;Je taille vos haies
        Blanc;Bob;Jardin;Demande;Tondre;
        Roux;Anna;Transport;Demande;;Covoiturage vers Paris
        Noir;Eve;Jardin;;Tondre;

        """
    let result = try imported(text)
    #expect(
      result.network.listings.map { "\($0.contact.rawValue.prefix(4)) \($0.kind): \($0.text)" }.sorted() == [
        "anna need: Covoiturage vers Paris", "anna offer: Taille de haies: Je taille vos haies",
        "bob- need: Tondre",
      ])
    #expect(result.network.groups.isEmpty, "what an advertisement is about is no group")
    #expect(result.network.listings.allSatisfy { $0.unknownFields.count == 1 })
    #expect(result.summary.reports == ["file:5: 'Tondre': neither offer nor need is said"])
    #expect(try imported(text, into: result.network).network == result.network)
  }

  @Test func `takes a member for whoever offers, and for nobody's name elsewhere`() throws {
    let ads = "Member,Service,Offer/Request\nAnna Roux,Gardening,Offer\n"
    #expect(try contacts(ads).map(\.name) == ["Anna Roux"])
    // What is said of a column goes before what it seems.
    let said = Import.Options(columns: ["Service": .headline])
    let told = try Import(of: Data(ads.utf8), named: "file", options: said).network
    #expect(told.contacts.map(\.headline) == ["Gardening"])
    #expect(try contacts("Member,Name,Email\nyes,Anna,a@x.example\n").map(\.name) == ["Anna"])
  }

  @Test func `takes a category beside needs and offers for theirs, not for a group`() throws {
    let text =
      "Nom;Email;Catégorie;Je propose\nAnna;a@x.example;Jardin;tonte\nBob;b@x.example;Jardin;taille\n"
    #expect(try imported(text).network.groups.isEmpty)
  }

  @Test func `finds the headers below a title`() throws {
    let text = "Liste des membres 2024;;\n;;\nNom;Prénom;Email\nRoux;Anna;a@x.example\n"
    #expect(try contacts(text).map(\.name) == ["Anna Roux"])
  }

  @Test(arguments: [
    "Const,Title,URL\ntt1,The Film,https://films.example/tt1\n",
    "name,price,url\nChair,10,https://shop.example/1\n",
  ])
  func `takes films and goods for no contacts`(text: String) {
    #expect(failure(Data(text.utf8)) != nil)
  }

  @Test func `wants more than names of one of many files`() throws {
    let folder = TemporaryFolder()
    let cities = folder.write("name,country,population\nAlbi,France,50000\n", to: "cities.csv")
    let club = folder.write("name,email\nAnna,a@x.example\n", to: "club.csv")
    let read = Import(of: [cities, club])
    #expect(read.network.contacts.map(\.name) == ["Anna"])
    #expect(
      read.failures.map { "\($0)" } == [
        "\(cities): has names, and nothing that only a list of people has: if it is one, import it by itself"
      ])
    #expect(Import(of: [cities]).network.contacts.map(\.name) == ["Albi"])
    #expect(Import(of: [folder.path]).network.contacts.map(\.name) == ["Anna"])
  }

  /// Connections of one person before and after another position, in files of one command and of two.
  @Test func `finds a newer export in the same command`() throws {
    let folder = TemporaryFolder()
    let header = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
    for name in ["one", "two"] {
      try FileManager.default.createDirectory(atPath: folder.file(name), withIntermediateDirectories: true)
    }
    let paths = [
      folder.write(header + "Anna,Roux,a@x.example,Airbus,Engineer,08 Jan 2018\n", to: "one/Connections.csv"),
      folder.write(header + "Anna,Roux,,Thales,Director,08 Jan 2018\n", to: "two/Connections.csv"),
    ]
    let host = try Network(contacts: [Contact(id: "me", name: "Me")], host: "me")
    let together = Import(of: paths, into: host).network
    let apart = Import(of: [paths[1]], into: Import(of: [paths[0]], into: host).network).network
    #expect(together == apart && together.contacts.count == 2)
  }

  @Test func `takes a birthday without a year for no date of birth`() throws {
    let cards =
      VCardTests.card("FN:Anna Roux\nEMAIL:a@x.example\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-03-14")
      + VCardTests.card("FN:Anna Roux\nEMAIL:a@x.example\nBDAY:1980-03-14")
    #expect(try contacts(cards).count == 1)
    let two =
      VCardTests.card("FN:Anna Roux\nEMAIL:a@x.example\nBDAY:1952-03-14")
      + VCardTests.card("FN:Anna Roux\nEMAIL:a@x.example\nBDAY:1980-03-14")
    #expect(try contacts(two).count == 2)
  }
}
