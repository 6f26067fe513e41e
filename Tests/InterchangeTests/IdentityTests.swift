import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct IdentityTests {
  private func ids(_ text: String) throws -> [String] {
    try imported(text).network.contacts.map(\.id.rawValue)
  }

  @Test func `derives identifiers that never change`() throws {
    #expect(
      try ids("{\"name\":\"Zoé Péré-Œuf\",\"emails\":[\"Zoe@X.example\"]}") == ["zoe-pere-oeuf-8ve6s176"])
    #expect(
      try ids("{\"name\":\"Anna\",\"organisation\":\"Mots\",\"headline\":\"Editor\"}") == ["anna-88z7krg1"])
    #expect(try ids("{\"name\":\"عربي\"}") == ["contact-4dy7c48t"])
    #expect(try ids("{\"urls\":[\"https://www.linkedin.com/in/cy-li/?x=1\"]}") == ["cy-li-031q7ztp"])
  }

  @Test func `finds a contact by any spelling of its profile address`() throws {
    let spellings = [
      "https://www.linkedin.com/in/anna", "http://linkedin.com/in/Anna/", "fr.linkedin.com/in/anna?trk=x",
      " https://www.linkedin.com/in/anna#top ",
    ]
    for spelling in spellings {
      let result = try imported(
        "{\"name\":\"Anna Roux\",\"urls\":[\"\(spellings[0])\"]}\n{\"name\":\"A. Roux-Bo\",\"urls\":[\"\(spelling)\"]}"
      )
      #expect(result.network.contacts.map(\.name) == ["A. Roux-Bo"])
      #expect(result.summary.line == "2 = 1 + 0 + 0 + 1 + 0")
    }
  }

  @Test func `keeps one address once, in whatever spelling it comes`() throws {
    let one = try imported(
      """
      name,country,emails,phones,urls
      Anna,FR,anna@x.example;ANNA@x.example,+33612345678;0612345678,https://www.linkedin.com/in/anna
      """)
    #expect(one.network.contacts[0].emails == ["anna@x.example"])
    #expect(one.network.contacts[0].phones == ["+33612345678"])
    let two = try imported(
      "name,emails,urls\nAnna,Anna@X.example,fr.linkedin.com/in/anna/;x.example/a?id=1;x.example/a?id=2\n",
      into: one.network)
    #expect(two.network.contacts.count == 1 && two.network.contacts[0].emails == ["anna@x.example"])
    #expect(
      two.network.contacts[0].urls == [
        "https://www.linkedin.com/in/anna", "x.example/a?id=1", "x.example/a?id=2",
      ])
  }

  @Test func `finds a contact by a mail address in any case`() throws {
    let existing = try Network(contacts: [Contact(id: "a", name: "Anna", emails: ["Anna@X.example"])])
    let result = try imported("name,email,needs\nAnna R.,anna@x.EXAMPLE,help", into: existing)
    #expect(result.network.contacts.map(\.id) == ["a"] && result.network.contacts[0].name == "Anna R.")
    #expect(result.summary.line == "1 = 0 + 1 + 0 + 0 + 0" && result.summary.listingsAdded == 1)
  }

  @Test func `keeps colleagues apart who share an address of their firm`() throws {
    let text = """
      name,email,website
      Anna,info@x.example,https://x.example/fr/
      Bo,info@x.example,https://x.example/fr/
      Anna,info@x.example,
      """
    #expect(try imported(text).network.contacts.map(\.name) == ["Anna", "Bo"])
  }

  @Test func `joins the rows of one contact`() throws {
    let result = try imported(
      """
      {"name":"Anna","headline":"Editor","emails":["a@x.example"],"phones":["1"],"offers":["Piano lessons"]}
      {"name":"","headline":" ","organisation":"Mots","emails":["a@x.example","b@x.example"],"phones":["2","1"],\
      "offers":["piano  LESSONS",{"text":"rides","urgency":"high"}]}
      """)
    let contact = try #require(result.network.contacts.first)
    #expect(contact.name == "Anna" && contact.headline == "Editor" && contact.organisation == "Mots")
    #expect(contact.emails == ["a@x.example", "b@x.example"] && contact.phones == ["1", "2"])
    #expect(Set(result.network.listings.map(\.text)) == ["piano  LESSONS", "rides", "Editor, Mots"])
    #expect(result.summary.merged == 1)
  }

  @Test func `counts two records of one id as one contact`() throws {
    let result = try imported(
      "{\"id\":\"a\",\"name\":\"A\"}\n{\"id\":\"a\",\"headline\":\"x\"}\n{\"id\":\"b\"}")
    #expect(result.summary.line == "3 = 2 + 0 + 0 + 1 + 0")
    #expect(try result.network.unsourced.contact("a") == Contact(id: "a", name: "A", headline: "x"))
  }

  @Test func `takes records of different ids for different contacts, whatever they share`() throws {
    let text =
      "{\"id\":\"b\",\"name\":\"B\",\"emails\":[\"e@x.example\"]}\n{\"id\":\"a\",\"name\":\"A\",\"emails\":[\"e@x.example\"]}"
    let existing = try Network(contacts: [Contact(id: "x", name: "B", emails: ["e@x.example"])])
    #expect(try ids(text) == ["a", "b"])
    let result = try imported(text, into: existing)
    #expect(result.network.contacts.map(\.id) == ["a", "x"])
    #expect(try imported(text, into: result.network).network == result.network)
  }

  @Test func `takes people who share a mailbox for one only if their names allow it`() throws {
    for (one, other, count) in [
      ("Jean Durand", "Marie Durand", 2), ("Ana Roux", "Bea Noir", 2), ("Anna Roux", "ROUX Anna", 1),
      ("Anna Roux", "A. Roux", 1), ("Anna Marie Roux", "Anna Roux", 1), ("Anna", "Anna Roux", 1),
      ("", "Anna Roux", 1),
      ("Mme Anna Roux", "Anna Roux", 1), ("Jean-Pierre Petit", "Jean Petit", 2),
      ("M. Roux", "Mme Roux", 2), ("Mr Claude Roux", "Mrs Claude Roux", 2),
      ("Paul Roux", "Paul Roux fils", 2),
      ("John Roux, Jr.", "John Roux junior", 1), ("Roux Jr., John", "John Roux", 2),
      ("Roux Jr., John", "John Roux Jr", 1), ("João Silva Neto", "João Silva", 2),
      ("Amartya Kumar Sen", "Amartya Sen", 1),
      ("Mme Roux", "Jean Roux", 2), ("M. Roux", "M. Jean Roux", 1),
      ("María José García", "José García", 2), ("Jean Marie Durand", "Marie Durand", 2),
      ("Omar Ali Hassan", "Ali Hassan", 2),
      ("D. Durand", "Jean Durand", 2), ("Hassan Hassan", "Omar Hassan", 2), ("Prof. Smith", "S. Smith", 2),
      ("F. Martin", "Famille Martin", 2), ("王伟", "王 芳", 2),
      ("Sophie Roux (assistante de Jean Petit)", "Jean Petit", 2),
      ("Juan García", "Juan y María García", 2), ("Hans u. Petra Kurz", "Hans Kurz", 2),
      ("Maria E. Lopez", "Maria Lopez", 1),
      ("Mme Roux", "Mlle Roux", 2), ("Dr. Kurz", "Frau Kurz", 2), ("Dr. Kurz", "Klara Kurz", 2),
      ("John Roux V", "John Roux", 2),
      ("Roux, Anna Marie", "Anna Roux", 1), ("Anna Roux, PhD", "Anna Roux", 1),
      ("García, María José", "José García", 2),
      ("Paul et Anna Roux", "Anna Roux", 2),
      ("Paul & Anna Roux", "PAUL & ANNA ROUX", 1), ("Иван Петров", "Мария Петрова", 2), ("王小明", "李小红", 2),
      ("Иван Петров", "Петров Иван", 1),
    ] {
      for field in ["email", "phone"] where field == "email" || !one.isEmpty {
        let address = field == "email" ? "shared@x.example" : "+33561000000"
        let text = "name,\(field)\n\"\(one)\",\(address)\n\"\(other)\",\(address)\n"
        // A number is a household's more often than a mailbox is: half a name is not enough.
        let isHalf = field == "phone" && ["A. Roux", "Anna", "M. Roux"].contains { $0 == one || $0 == other }
        #expect(try ids(text).count == (isHalf ? 2 : count), "\(field): \(one), \(other)")
      }
    }
  }

  @Test func `reads which of a family it is wherever a file says so`() throws {
    let google =
      "First Name,Last Name,Name Suffix,E-mail 1 - Value\nJohn,Roux,,r@x.example\nJohn,Roux,Jr.,r@x.example\n"
    #expect(try imported(google).network.contacts.map(\.name).sorted() == ["John Roux", "John Roux Jr."])
    let doctor = try imported("First Name,Last Name,Suffix\nJohn,Roux,Ph.D.\n").network.contacts[0]
    #expect(doctor.name == "John Roux" && doctor.unknownFields == ["nameSuffix": "\"Ph.D.\""])
    func card(_ suffix: String) -> String {
      "BEGIN:VCARD\nVERSION:3.0\nN:Roux;John;;;\(suffix)\nFN:John Roux\nEMAIL:r@x.example\nEND:VCARD\n"
    }
    let cards = try imported(card("") + card("Jr.\\,M.D.") + card("Sr."), as: .vCard)
    #expect(cards.network.contacts.map(\.name).sorted() == ["John Roux", "John Roux Jr.", "John Roux Sr."])
    #expect(try imported(card("Ph.D.") + card(""), as: .vCard).network.contacts.count == 1)
  }

  @Test func `keeps namesakes apart whose pages differ in the query alone`() throws {
    let text =
      "name,website\nAnna Roux,https://x.example/profile.php?id=1\nAnna Roux,https://x.example/profile.php?id=2\n"
    let network = try imported(text).network
    #expect(network.contacts.count == 2)
    #expect(try imported(text, into: network).network == network)
    let tracked = "name,website\nAnna Roux,https://x.example/profile.php?id=1&utm_source=a\n"
    #expect(try imported(tracked, into: network).network.contacts.count == 2)
  }

  @Test func `takes a card with the UID of one known for the same, whatever its name is now`() throws {
    func card(_ name: String, _ uid: String = "9a0d8b1e-5f3c-4c58-9d59-0b5c6f1f2a11") -> String {
      "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:\(uid)\nFN:\(name)\nTEL:\(name.count)\nEND:VCARD\n"
    }
    let first = try imported(card("Ann Smiht"), as: .vCard).network
    let second = try imported(card("Ann Jones"), into: first, as: .vCard).network
    #expect(second.contacts.map(\.name) == ["Ann Jones"] && second.contacts[0].id == first.contacts[0].id)
    #expect(try imported(card("Ann Jones"), into: second, as: .vCard).network == second)
    // A program that copies the UID with the card, and one that counts.
    let copies = card("Ann Jones") + card("Bo Lee")
    let both = try imported(copies, as: .vCard).network
    #expect(both.contacts.count == 2)
    #expect(try imported(copies, into: both, as: .vCard).network == both)
    let counted = try imported(card("Ann Jones", "7"), as: .vCard).network
    #expect(try imported(card("Bo Lee", "7"), into: counted, as: .vCard).network.contacts.count == 2)
  }

  @Test func `keeps brothers apart whose names differ in the middle`() throws {
    let text = "name,phone\nJean Pierre Petit,+33561000000\nJean Paul Petit,+33561000000\n"
    #expect(try ids(text).count == 2)
  }

  @Test func `takes a name that says less for no reason to join a third`() throws {
    for names in [["Anne Roux", "A. Roux", "Alain Roux"], ["Anne Roux", "Roux", "Alain Roux"]] {
      let rows = names.map { "\($0),shared@x.example\n" }.joined()
      let network = try imported("name,email\n" + rows).network
      #expect(network.contacts.map(\.name).sorted() == ["Alain Roux", "Anne Roux"])
      #expect(try imported("name,email\n" + rows, into: network).network == network)
    }
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func `joins people who know each other to those of other files of one import`(order: [Int]) throws {
    let folder = TemporaryFolder()
    let paths = [
      folder.write(
        "{\"id\":\"anna\",\"name\":\"Anna Berg\",\"emails\":[\"anna@x.example\"]}\n", to: "a.jsonl"),
      folder.write(
        """
        {"@context":"https://schema.org","@type":"Person","name":"Anna Berg","email":"anna@x.example",
         "knows":[{"@type":"Person","name":"Bob","email":"bob@x.example"}]}
        """, to: "b.jsonld"),
    ]
    let first = Import(of: order.map { paths[$0] })
    #expect(first.failures.isEmpty && first.summary.reports.isEmpty)
    #expect(first.network.contacts.map(\.name) == ["Anna Berg", "Bob"])
    #expect(first.network.ties.count == 1)
    #expect(Import(of: order.map { paths[$0] }, into: first.network).network == first.network)
  }

  @Test func `keeps whoever bears the name of a mailbox apart from another whom it was given without a name`()
    throws
  {
    let rows = "name,email\n,paul@x.example\nMarie,paul@x.example\nPaul,paul@x.example\n"
    let network = try imported(rows).network
    #expect(network.contacts.map(\.name).sorted() == ["Marie", "Paul"])
    #expect(try imported(rows, into: network).network == network)
  }

  @Test func `keeps people of one name apart who were born on other days, or have cards of their own`() throws
  {
    func record(_ born: String) -> String {
      "{\"name\":\"Jean Petit\",\"phones\":[\"+33561000000\"],\"birthday\":\"\(born)\"}\n"
    }
    #expect(try ids(record("1951-02-03") + record("1984-05-06")).count == 2)
    #expect(try ids(record("1951-02-03") + record("19510203")).count == 1)
    let cards = [1, 2].map { "BEGIN:VCARD\nVERSION:4.0\nUID:u\($0)\nFN:Jean Petit\nEND:VCARD\n" }
    #expect(try ids(cards.joined()).count == 2 && ids(cards[0] + cards[0]).count == 1)
  }

  @Test func `finds a profile again by its address in percents, with or without a language`() throws {
    let text = """
      name,url
      Renée Zed,https://www.linkedin.com/in/ren%C3%A9e-zz
      Renée Zed,https://fr.linkedin.com/in/renée-zz/
      Renée Zed,linkedin.com/in/rene\u{301}e-zz/en
      """
    #expect(try ids(text).count == 1)
  }

  @Test func `keeps namesakes of two towns apart, and finds a card again by its UID`() throws {
    #expect(try ids("name,city\nJean Martin,Toulouse\nJean Martin,Lille\n").count == 2)
    let card = "BEGIN:VCARD\nVERSION:4.0\nUID:u1\nFN:Ann Lee\nEMAIL:@MAIL@\nEND:VCARD\n"
    let first = try imported(card.replacing("@MAIL@", with: "a@x.example")).network
    let second = try imported(card.replacing("@MAIL@", with: "new@x.example"), into: first).network
    #expect(second.contacts.map(\.emails) == [["a@x.example", "new@x.example"]])
  }

  @Test func `follows a reference to a contact that the network has under another id`() throws {
    let existing = try Network(contacts: [Contact(id: "x", name: "X", emails: ["e@x.example"])])
    let result = try imported(
      "{\"id\":\"b\",\"emails\":[\"e@x.example\"]}\n{\"id\":\"c\",\"knows\":[\"b\"]}", into: existing)
    #expect(result.network.ties == [Tie("c", "x")] && result.summary.skipped.isEmpty)
  }

  @Test func `says that nothing is new only if nothing is`() throws {
    let existing = try imported(
      "{\"id\":\"a\",\"name\":\"A\",\"needs\":[\"x\"]}\n{\"id\":\"b\",\"name\":\"B\"}"
    ).network
    for news in [
      "\"headline\":\"h\"", "\"needs\":[\"y\"]", "\"needs\":[{\"text\":\"x\",\"state\":\"met\"}]",
      "\"knows\":[\"b\"]", "\"groups\":[\"g\"]", "\"host\":true", "\"doNotIntroduce\":[\"b\"]",
      "\"sponsor\":\"b\"",
      "\"interactions\":[{\"date\":\"2026-01-01\",\"kind\":\"call\",\"with\":\"b\"}]",
      "\"introductions\":[{\"on\":\"2026-01-01\",\"state\":\"made\",\"with\":\"b\"}]", "\"shoes\":41",
    ] {
      let line = "{\"id\":\"a\",\(news)}"
      let once = try imported(line, into: existing)
      #expect(once.summary.line == "1 = 0 + 1 + 0 + 0 + 0", "\(line)")
      #expect(try imported(line, into: once.network).summary.line == "1 = 0 + 0 + 1 + 0 + 0", "\(line)")
    }
  }
}
