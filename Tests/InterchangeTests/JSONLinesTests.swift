import Foundation
import Interchange
import Matchmaking
import Testing

@Suite struct JSONLinesTests {
  @Test func `reads every field of a contact`() throws {
    let network = try imported(
      """
      {"id":"anna","name":"Anna Roux","headline":"Translator","organisation":"Mots","host":true,\
      "place":{"locality":"Toulouse","region":"Occitanie","country":"FR","latitude":43.6,"longitude":1.44},\
      "languages":["fr","en"],"groups":["Rotary"],"emails":["anna@mots.example"],"phones":["+33 5 61"],\
      "urls":["https://mots.example/anna"],"needs":["a website"],"offers":[{"id":"o1","text":"translation",\
      "basis":"implied","urgency":"high","since":"2026-01-02","until":"2026-12-31","visibility":"public",\
      "terms":"exchange","state":"paused","stars":5.0}],"knows":[{"contact":"bo","kind":"friend",\
      "since":"2019-05-01"}],"sponsor":"bo","capacity":2,"notes":"met in May","lastContact":"2026-11-01",\
      "doNotIntroduce":["cy"],"shoeSize":41.50}
      {"id":"bo","name":"Bo","place":"Albi","doNotIntroduce":true,"interactions":[{"date":"2026-10-01",\
      "kind":"coffee","note":"long"},{"date":"2026-10-02","kind":"call","with":"cy"}]}
      {"id":"cy","name":"Cy","groups":["Rotary"],"introductions":[{"with":"bo","state":"declined","by":"bo",\
      "on":"2026-09-09"}]}
      """
    ).network
    let expected = try Network(
      contacts: [
        Contact(
          id: "anna", name: "Anna Roux", headline: "Translator", organisation: "Mots",
          place: Place(
            locality: "Toulouse", region: "Occitanie", country: "FR", latitude: 43.6, longitude: 1.44),
          languages: ["fr", "en"], emails: ["anna@mots.example"], phones: ["+33 5 61"],
          urls: ["https://mots.example/anna"], sponsor: "bo", capacity: 2, notes: "met in May",
          lastContact: Day("2026-11-01"), doNotIntroduce: .these(["cy"]), unknownFields: ["shoeSize": "41.50"]
        ),
        Contact(id: "bo", name: "Bo", place: Place(locality: "Albi"), doNotIntroduce: .everybody),
        Contact(id: "cy", name: "Cy"),
      ],
      listings: [
        Listing(
          id: "o1", contact: "anna", kind: .offer, text: "translation", basis: .implied, urgency: .high,
          since: Day("2026-01-02"), until: Day("2026-12-31"), visibility: .public, terms: .exchange,
          state: .paused, unknownFields: ["stars": "5.0"]),
        Listing(id: network.listings[0].id, contact: "anna", kind: .need, text: "a website"),
        Listing(
          id: network.listings[1].id, contact: "anna", kind: .offer, text: "Translator, Mots",
          basis: .implied,
          source: .headline),
      ],
      ties: [Tie("anna", "bo", kind: .friend, since: Day("2019-05-01"))],
      groups: [Group(name: "Rotary", members: ["anna", "cy"])],
      interactions: [
        Interaction("bo", "anna", day: Day("2026-10-01")!, kind: .coffee, note: "long"),
        Interaction("bo", "cy", day: Day("2026-10-02")!, kind: .call),
      ],
      introductions: [
        Introduction("bo", "cy", state: .declined, day: Day("2026-09-09")!, declinedBy: "bo")
      ],
      host: "anna")
    #expect(try network.unsourced == expected)
  }

  @Test(arguments: [
    ("{\"name\":5}", "name: a number is no text"),
    (
      "{\"name\":\"A\",\"needs\":[\"x\",\"y\",{\"text\":\"z\",\"until\":\"31/12\"}]}",
      "needs[2].until: '31/12' is no date such as 2026-11-23"
    ),
    ("{\"name\":\"A\",\"offers\":[{\"urgency\":\"high\"}]}", "offers[0].text: is missing"),
    ("{\"name\":\"A\",\"offers\":[{\"text\":\" \"}]}", "offers[0].text: is empty"),
    (
      "{\"name\":\"A\",\"offers\":[{\"text\":\"x\",\"terms\":\"free\"}]}",
      "offers[0].terms: 'free' is none of gift, favour, exchange, loan, paid"
    ),
    ("{\"name\":\"A\",\"needs\":[7]}", "needs[0]: a number is no object"),
    ("{\"name\":\"A\",\"emails\":{}}", "emails: an object is no text"),
    ("{\"name\":\"A\",\"capacity\":1.5}", "capacity: 1.5 is no whole number"),
    ("{\"name\":\"A\",\"capacity\":-1,\"id\":\"a\"}", "the capacity of 'a' is -1; it must be 0 or more"),
    (
      "{\"name\":\"A\",\"place\":{\"latitude\":99,\"longitude\":0},\"id\":\"a\"}",
      "the latitude of 'a' is 99.0; it must be -90…90"
    ),
    ("{\"name\":\"A\",\"host\":\"yes\"}", "host: a text is no true or false"),
    ("{\"name\":\"A\",\"doNotIntroduce\":\"B\"}", "doNotIntroduce: a text is neither true nor a list of ids"),
    ("{\"name\":\"A\",\"doNotIntroduce\":[1]}", "doNotIntroduce[0]: a number is no id"),
    ("{\"name\":\"A\",\"knows\":[{\"kind\":\"kin\"}]}", "knows[0].contact: is missing"),
    (
      "{\"name\":\"A\",\"knows\":[{\"contact\":\"b\",\"how\":\"kin\"}]}",
      "knows[0].how: is no field that linkup knows here"
    ),
    ("{\"name\":\"A\",\"interactions\":[{\"kind\":\"call\"}]}", "interactions[0].date: is missing"),
    ("{\"name\":\"A\\u0000\"}", "name: holds a NUL byte"),
    ("{\"id\":\"a\\u0007\"}", "'a\u{7}' is no id: it must not be empty or hold control characters"),
    ("{}", "has no name, id, web address or e-mail address"),
    ("{\"headline\":\"Plumber\"}", "has no name, id, web address or e-mail address"),
    ("7", "the line: a number is no object"),
  ])
  func `skips a record with a reason that names the field`(line: String, reason: String) throws {
    let result = try imported("{\"name\":\"Zoe\"}\n\n\(line)\n{\"name\":\"Yan\"}", as: .jsonLines)
    #expect(result.summary.reports == ["file:3: \(reason)"])
    #expect(result.summary.line == "3 = 2 + 0 + 0 + 0 + 1")
    #expect(result.network.contacts.count == 2)
  }

  @Test func `keeps a contact whose references lead nowhere, and says which were dropped`() throws {
    let result = try imported(
      """
      {"id":"a","name":"A","sponsor":"x","knows":["b","y"],"doNotIntroduce":["z","b"],\
      "interactions":[{"date":"2026-01-01","kind":"call"}],\
      "introductions":[{"with":"b","state":"declined","on":"2026-01-01"}]}
      {"id":"b","name":"B","sponsor":"b","knows":["b"]}
      """)
    #expect(
      result.summary.reports == [
        "file:1: sponsor: there is no contact 'x'; left out",
        "file:1: doNotIntroduce[0]: there is no contact 'z'; left out",
        "file:1: knows[1]: there is no contact 'y'; left out",
        "file:1: interactions[0]: names nobody, which means the host, but there is no host",
        "file:1: introductions[0]: is declined by one of the two contacts, and only then has a 'by'",
        "file:2: sponsor: names the contact itself",
        "file:2: knows[0]: names the contact itself",
      ])
    #expect(result.summary.line == "2 = 2 + 0 + 0 + 0 + 0")
    #expect(result.summary.droppedParts == 7)
    #expect(result.network.ties == [Tie("a", "b")])
    #expect(result.network.contact("a")?.doNotIntroduce == .these(["b"]))
  }

  @Test func `finds contacts of the network by the references of a file`() throws {
    let existing = try Network(contacts: [Contact(id: "old", name: "Old")], host: "old")
    let result = try imported(
      "{\"id\":\"new\",\"name\":\"New\",\"knows\":[\"old\"],\"interactions\":[{\"date\":\"2026-01-01\",\"kind\":\"mail\"}]}",
      into: existing)
    #expect(result.network.ties == [Tie("new", "old")])
    #expect(result.network.interactions == [Interaction("old", "new", day: Day("2026-01-01")!, kind: .mail)])
    #expect(result.summary.skipped.isEmpty)
  }

  @Test func `leaves a listing out whose id another one has`() throws {
    let result = try imported(
      """
      {"id":"a","needs":[{"id":"l","text":"x"}]}
      {"id":"b","needs":[{"id":"l","text":"y"}],"offers":[{"text":"z","since":"2026-02-02","until":"2026-01-01"}]}
      """)
    #expect(result.summary.reports.count == 2)
    #expect(result.summary.reports[0] == "file:2: needs[0].id: 'l' is a listing of 'a' (need) already")
    #expect(result.summary.reports[1].hasSuffix("stands since 2026-02-02, after its last day 2026-01-01"))
    #expect(result.network.listings.map(\.text) == ["x"])
  }

  @Test func `keeps the host that the network has`() throws {
    let existing = try Network(contacts: [Contact(id: "h", name: "H")], host: "h")
    let result = try imported("{\"id\":\"g\",\"host\":true}\n{\"id\":\"f\",\"host\":true}", into: existing)
    #expect(result.network.host == "h")
    #expect(
      result.summary.reports == [
        "file:1: host: the network's host is 'h' already", "file:2: host: the file names 'g' as host already",
      ])
  }

  @Test func `keeps unknown fields letter for letter`() throws {
    let line =
      "{\"id\":\"a\",\"name\":\"A\",\"needs\":[{\"text\":\"x\",\"n\":1.0}],\"big\":12345678901234567890.10,\"x\":{ \"é\" : [1, null,\"\\u00e9\"]}}\n"
    let network = try imported(line).network
    #expect(try network.unsourced.jsonLines == line)
    #expect(
      try imported("{\"id\":\"a\",\"place\":{\"postcode\":\"31000\"}}").network.contact("a")?.unknownFields
        == ["place.postcode": "\"31000\""])
  }

  @Test func `reads a JSON list of people as a table`() throws {
    let text = """
      [
        {"firstName": "Anna", "last_name": "Roux", "email": "anna@x.example", "phone": 33561000000,
         "needs": ["a van", "tea; milk"], "age": 41, "place": {"lat": 1}, "title": "Avocate", "host": true},
        {"name": "Bo", "company": null, "emails": ["b@x.example", "bo@x.example"]},
        7, {"age": 3}, {"name": "\u{1}"
      ]
      """
    let result = try imported(text)
    let anna = try #require(result.network.contacts.first)
    #expect(anna.name == "Anna Roux" && anna.emails == ["anna@x.example"] && anna.headline == "Avocate")
    #expect(anna.phones == ["33561000000"] && result.network.host == nil)
    #expect(anna.unknownFields == ["age": "41", "column:place": "{\"lat\": 1}", "column:host": "true"])
    #expect(result.network.contacts.map(\.emails.count) == [1, 2])
    let needs = result.network.listings.filter { $0.kind == .need }.map(\.text)
    #expect(needs.sorted() == ["a van", "milk", "tea"])
    #expect(
      result.summary.reports.map { String($0.prefix(22)) } == [
        "file:5: is a number, n", "file:5: has no name, i", "file:5: no valid JSON ",
      ])
    #expect(try imported(text, into: result.network).network == result.network)
    #expect(try imported(result.network.jsonLines).network.contacts[0].unknownFields == anna.unknownFields)
  }

  @Test(arguments: [
    "{\n  \"name\": \"settings\",\n  \"version\": 1\n}\n", #"{"friends_v2":[{"name":"Anna Roux"}]}"#,
    #"[{"lat":1,"lng":2}]"#, #"{"type":"FeatureCollection","features":[]}"#,
  ])
  func `takes other JSON for no contacts, in one line`(text: String) {
    #expect(
      failure(Data(text.utf8))
        == "file: is JSON in no format that linkup knows: write JSON Lines, one contact a line")
  }

  /// Whatever a file of another format calls its fields, the export is read again, and none of them means what linkup's would.
  @Test(arguments: [
    VCardTests.card("FN:A B\nEMAIL:a@x.example\nSOURCES:foo\nALIASES:zoe\nKNOWSNOT:x"),
    #"{"@context":"https://schema.org","@type":"Person","name":"A B","email":"a@x.example","sources":"x","aliases":["zoe"],"knowsNot":["zoe"],"groupsNot":["Rotary"],"seeks":{"@type":"Demand","name":"tea","byHost":true}}"#,
    "name,email,sources,aliases,knowsNot,byHost,source\nA B,a@x.example,x,zoe,zoe,true,y\n",
    #"[{"name":"A B","email":"a@x.example","sources":"x","aliases":["zoe"],"knowsNot":["zoe"]}]"#,
    "dn: x\ncn: A B\nmail: a@x.example\nsources: x\naliases: zoe\n",
  ])
  func `reads again what it wrote of other formats' fields`(text: String) throws {
    let network = try imported(text).network
    #expect(network.contacts.count == 1 && network.contacts[0].aliases.isEmpty)
    #expect(network.listings.allSatisfy { !$0.byHost })
    let again = try imported(network.jsonLines)
    #expect(again.network == network && again.summary.reports == [])
  }

  @Test func `takes an alias that stands there twice once`() throws {
    let text = #"{"id":"a","name":"A","aliases":["x","x","a","y"]}"# + "\n"
    for existing in [Network.empty, try Network(contacts: [Contact(id: "x", name: "X")])] {
      let network = try imported(text, into: existing).network
      #expect(network.contacts.map(\.aliases.count) == (existing == .empty ? [2] : [1, 0]))
      #expect(try imported(text, into: network).network == network)
    }
  }

  @Test func `reads the lines after a damaged first one`() throws {
    let result = try imported("{\"id\":\"a\",\"name\":\n{\"id\":\"b\",\"name\":\"B\"}\n")
    #expect(result.network.contacts.map(\.id) == ["b"] && result.summary.reports.count == 1)
  }
}
