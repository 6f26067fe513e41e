import Interchange
import Matchmaking
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
    ] {
      let text = "name,email\n\(one),shared@x.example\n\(other),shared@x.example\n"
      #expect(try ids(text).count == count, "\(one), \(other)")
    }
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
