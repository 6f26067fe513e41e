import Foundation
import Interchange
import Matchmaking
import Testing

@Suite struct VCardTests {
  /// The one contact of a card with these lines.
  private func contact(version: String = "4.0", _ lines: String) throws -> Contact {
    let result = try imported(Self.card(version: version, lines))
    #expect(result.summary.reports == [] && result.summary.addsUp)
    return try #require(result.network.contacts.first)
  }

  static func card(version: String = "4.0", _ lines: String) -> String {
    "BEGIN:VCARD\r\nVERSION:\(version)\r\n\(lines.replacing("\n", with: "\r\n"))\r\nEND:VCARD\r\n"
  }

  @Test func `reads each field of a card`() throws {
    let found = try contact(
      """
      FN:Anna Roux
      N:Roux;Anna;;;
      TITLE:Translator
      ORG:Mots;Legal
      ROLE:Head
      ADR:;;3 rue du Puits;Toulouse;Occitanie;31000;FR
      GEO:geo:43.6,1.44
      LANG;PREF=2:en
      LANG;PREF=1:fr
      EMAIL;TYPE=home:anna@home.example
      EMAIL;PREF=1:mailto:anna@mots.example
      TEL;VALUE=uri;TYPE="voice,cell":tel:+33-5-61;ext=7
      TEL;TYPE=work,fax:+33 5 62
      URL:https://mots.example/anna
      NOTE:met in May\\, twice\\nand in June
      UID:urn:uuid:f81d
      REV:20261123T090000Z
      BDAY:1980-03-22
      INTEREST;LEVEL=high:chess
      """)
    #expect(
      found
        == Contact(
          id: found.id, name: "Anna Roux", headline: "Translator", organisation: "Mots",
          place: Place(
            locality: "Toulouse", region: "Occitanie", country: "FR", latitude: 43.6, longitude: 1.44),
          languages: ["fr", "en"], emails: ["anna@mots.example", "anna@home.example"],
          phones: ["+33-5-61 ext. 7"], urls: ["https://mots.example/anna"],
          notes: "met in May, twice\nand in June",
          sources: FieldSources("file"),
          unknownFields: [
            "department": "\"Legal\"", "role": "\"Head\"", "fax": "\"+33 5 62\"", "bday": "\"1980-03-22\"",
            "adr": "\"3 rue du Puits, Toulouse, Occitanie, 31000, FR\"", "uid": "\"urn:uuid:f81d\"",
            "rev": "\"20261123T090000Z\"", "interest": "\"chess\"",
          ]))
  }

  @Test(arguments: ["\r\n", "\n", "\r", "\r\r\n"])
  func `unfolds lines whatever ends them`(end: String) throws {
    let text = "BEGIN:VCARD|VERSION:3.0|FN:An|\tna  | Roux|EMAIL;TYPE=|  home:a@|\tb.example|END:VCARD|"
    let found = try imported(text.replacing("|", with: end)).network.contacts
    #expect(found.map(\.name) == ["Anna  Roux"] && found.map(\.emails) == [["a@b.example"]])
  }

  @Test func `mends a letter that a fold cut in two`() throws {
    let bytes = Array("BEGIN:VCARD\nFN:Zoé née\n Ö😀 é\n  à\nNOTE:à\n é\nEND:VCARD".utf8)
    for cut in bytes.indices where (0x80...0xBF).contains(bytes[cut]) {
      let folded = bytes[..<cut] + [0x0D, 0x0A, 0x20] + bytes[cut...]
      let found = try imported(Data(folded)).network.contacts[0]
      #expect(found.name == "Zoé néeÖ😀 é à" && found.notes == "àé")
    }
  }

  @Test func `reads what telephones of 2.1 write`() throws {
    let found = try contact(
      version: "2.1",
      """
      N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89t=C3=A9;Ana=C3=AF=
      s;;;
      ORG;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:Caf=E9=3B=\u{20}
      TEL;CELL;PREF:+33 6
      TEL;HOME;FAX:+33 9
      EMAIL;INTERNET:a@b.example
      NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo=
       three\\four
      TITLE;CHARSET=WINDOWS-1251;ENCODING=QUOTED-PRINTABLE:=CF=F0=E8=E2=E5=F2
      ROLE;ENCODING=BASE64:
        UGzDtG1iaWVy

      X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Naïs;1;;
      """)
    #expect(found.name == "Anaïs Été" && found.organisation == "Café")
    #expect(found.phones == ["+33 6"] && found.unknownFields["fax"] == "\"+33 9\"")
    #expect(found.notes == "one\ntwo three\\four" && found.headline == "Привет")
    #expect(found.unknownFields["role"] == "\"Plômbier\"")
    #expect(found.unknownFields["x-android-custom"]?.contains("Naïs") == true)
  }

  @Test func `does not let quoted-printable that was cut off swallow the end of its card`() throws {
    let card = "BEGIN:VCARD\nFN:%\nNOTE;ENCODING=QUOTED-PRINTABLE:x=\nEND:VCARD\n"
    let result = try imported(card.replacing("%", with: "A") + card.replacing("%", with: "B"))
    #expect(result.network.contacts.map(\.name) == ["A", "B"] && result.summary.reports == [])
  }

  @Test func `reads quoted parameters with their escapes`() throws {
    let result = try imported(
      Self.card(
        "FN:A\nX-NEED;TERMS=gift;EVIDENCE=\"a; b: ^'c^' ^^d^ne\";X=y:a \"flat\"; or two\nTEL;TYPE=\"x:8\""))
    #expect(result.network.listings.map(\.evidence) == ["a; b: \"c\" ^d\ne"])
    #expect(result.network.listings.map(\.text) == ["a \"flat\"; or two"])
    // The quote that is never closed hides no colon.
    #expect(result.network.contacts[0].phones == ["8\""])
  }

  @Test func `passes over pictures`() throws {
    let text =
      "BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:\(String(repeating: "QUJD", count: 99))\nQUJD\n QUJD\n\nKEY:x\n y\n"
    let found = try imported(text + "LOGO;VALUE=uri:https://x.example/l.png\nEMAIL:a@b.example\nEND:VCARD")
    #expect(found.summary.reports == [])
    #expect(found.network.contacts[0].emails == ["a@b.example"])
    #expect(found.network.contacts[0].unknownFields == [:])
  }

  @Test func `reads Apple's labels and groups of lines`() throws {
    let found = try contact(
      version: "3.0",
      """
      FN:A
      item1.EMAIL;type=INTERNET;type=pref:a@b.example
      item2.URL:http\\://b.example/a
      item2.X-ABLabel:_$!<HomePage>!$_
      item3.X-ABRELATEDNAMES:Jenny
      item3.X-ABLabel:_$!<Spouse>!$_
      X-SOCIALPROFILE;type=linkedin:https://linkedin.com/in/a
      X-SOCIALPROFILE;type=x:x-apple:a
      """)
    #expect(found.emails == ["a@b.example"])
    #expect(found.urls == ["http://b.example/a", "https://linkedin.com/in/a"])
    #expect(
      found.unknownFields == ["x-abrelatednames spouse": "\"Jenny\"", "x-socialprofile": "\"x-apple:a\""])
  }

  @Test(arguments: [
    ("N:Roux;Anna;Marie;Dr.;PhD", "Anna Marie Roux"), ("ORG:Mots", "Mots"), ("NICKNAME:Nana", "Nana"),
    ("EMAIL:a@b.example", ""),
  ])
  func `names a card without FN after what else it has`(line: String, name: String) throws {
    #expect(try contact("FN:\n\(line)\nEMAIL:a@b.example").name == name)
  }

  @Test func `skips a card in which nobody is named`() throws {
    let result = try imported(Self.card("TEL:1") + Self.card("FN:B") + Self.card("FN:Hall\nKIND:location"))
    #expect(result.summary.line == "3 = 1 + 0 + 0 + 0 + 2")
    #expect(
      result.summary.reports == [
        "file:1: has no name, id, web address or e-mail address",
        "file:9: KIND: is a card of a location, no contact",
      ])
  }

  @Test func `makes groups of categories and of cards of groups`() throws {
    let result = try imported(
      Self.card("FN:A\nUID:urn:uuid:AA\nCATEGORIES:Rotary,Chess\\, and go,myContacts,Family")
        + Self.card(version: "3.0", "FN:B\nUID:bb\nCATEGORIES:* starred")
        + Self.card("KIND:group\nFN:Lodge\nMEMBER:urn:uuid:aa\nMEMBER:urn:uuid:zz")
        + Self.card(
          version: "3.0",
          "FN:Club\nX-ADDRESSBOOKSERVER-KIND:group\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:bb"))
    let (a, b) = (result.network.contacts[0].id, result.network.contacts[1].id)
    #expect(
      result.network.groups == [
        Group(name: "Chess, and go", members: [a]), Group(name: "Club", members: [b]),
        Group(name: "Lodge", members: [a]), Group(name: "Rotary", members: [a]),
      ])
    #expect(result.network.contacts[0].unknownFields["categories"] == "\"Family\"")
    #expect(result.summary.line == "2 = 2 + 0 + 0 + 0 + 0")
    #expect(result.summary.reports == ["file:18: MEMBER: is the member of no card in the file; left out"])
  }

  @Test func `reads needs, offers and expertise`() throws {
    let result = try imported(
      Self.card(
        """
        FN:A
        EXPERTISE;LEVEL=expert:bookkeeping
        X-NEED;URGENCY=high;UNTIL=2026-12-31;VISIBILITY=public:a flat\\, 3 rooms
        X-OFFER;TERMS=loan;STATE=paused;SINCE=2026-01-01:a drill
        X-OFFER:
        X-NEED;TERMS=free:x
        X-NEED;SINCE=May:x
        """))
    let contact = result.network.contacts[0].id
    func id(_ text: String) -> Listing.ID { result.network.listings.first { $0.text == text }!.id }
    let expected = [
      Listing(
        id: id("a flat, 3 rooms"), contact: contact, kind: .need, text: "a flat, 3 rooms", urgency: .high,
        until: Day("2026-12-31"), visibility: .public),
      Listing(
        id: id("a drill"), contact: contact, kind: .offer, text: "a drill", since: Day("2026-01-01"),
        terms: .loan, state: .paused),
      Listing(
        id: id("bookkeeping"), contact: contact, kind: .offer, text: "bookkeeping", basis: .implied,
        unknownFields: ["level": "\"expert\""]),
    ]
    #expect(Set(result.network.listings) == Set(expected))
    #expect(
      result.summary.reports == [
        "file:8: X-NEED.TERMS: 'free' is none of gift, favour, exchange, loan, paid; left out",
        "file:9: X-NEED.SINCE: 'May' is no date such as 2026-11-23; left out",
      ])
  }

  @Test func `takes an identifier from linkup's own cards alone`() throws {
    let own = try contact("FN:A\nUID;VALUE=text:anna\nPRODID:-//linkup//linkup//EN")
    #expect(own.id == "anna" && own.unknownFields == [:])
    let foreign = try contact("FN:A\nUID:anna\nPRODID:-//Apple Inc.//iOS//EN")
    #expect(foreign.id != "anna" && foreign.unknownFields == ["uid": "\"anna\""])
  }

  @Test func `reports cards that do not end, cards within cards and lines that are none`() throws {
    let result = try imported(
      """
      FN:nobody
      BEGIN:VCARD
      FN:A
      BEGIN:VCARD
      FN:B
      AGENT:
      BEGIN:VCARD
      FN:Agent
      AGENT:
      BEGIN:VCARD
      END:VCARD
      END:VCARD
      AGENT:BEGIN:VCARD\\nFN:Agent\\nEND:VCARD
      GEO:north
      no property
      :x
      EMAIL:b@x.example
      END:VCARD
      END:VCARD
      BEGIN:VCARD
      FN:C
      """, as: .vCard)
    #expect(result.network.contacts.map(\.name) == ["A", "B", "C"])
    #expect(result.network.contacts[1].emails == ["b@x.example"])
    #expect(
      result.summary.reports == [
        "file:1: 'FN' is in no card", "file:2: END:VCARD is missing before the next card begins",
        "file:7: AGENT: a card within a card; left out", "file:13: AGENT: a card within a card; left out",
        "file:14: GEO: 'north' is no point on earth; left out",
        "file:15: 'no property' has no ':' and is no property",
        "file:16: has no name before ':' and is no property", "file:19: END:VCARD ends no card",
        "file:20: END:VCARD is missing at the end of the file",
      ])
    #expect(result.summary.line == "3 = 3 + 0 + 0 + 0 + 0")
  }

  @Test func `keeps a property out of the place of a field of linkup`() throws {
    let own = "PRODID:-//linkup//linkup//EN\nX-NEED;FIELDS=\"{^'text^':^'z^'}\":y"
    let result = try imported(
      Self.card("FN:A\nNOTES:x\nHOST:y")
        + Self.card("UID:b\nFN:B\n\(own)\nX-LINKUP-FIELDS:{\"lastContact\":1}"))
    #expect(
      result.network.contacts.map(\.unknownFields) == [
        ["vcard:notes": "\"x\"", "vcard:host": "\"y\""], ["vcard:lastContact": "1"],
      ])
    #expect(result.network.listings.map(\.unknownFields) == [["vcard:text": "\"z\""]])
    #expect(try imported(result.network.jsonLines).network == result.network)
  }
}
