import Foundation
import Interchange
import Matchmaking
import Testing

@Suite struct SchemaOrgTests {
  private let graph = """
    {
      "@context": ["https://schema.org", {"vf": "https://w3id.org/other#"}],
      "@graph": [
        {
          "@id": "https://example.org/people/zoe",
          "@type": "Person",
          "givenName": "Zoé", "familyName": "Martin",
          "jobTitle": "Apicultrice",
          "worksFor": {"@id": "#rucher"},
          "memberOf": [{"@type": "Organization", "name": "Rotary Toulouse"}],
          "address": {"@type": "PostalAddress", "addressLocality": "Toulouse", "addressCountry": "FR"},
          "homeLocation": {"@type": "Place", "geo": {"@type": "GeoCoordinates", "latitude": "43.6", "longitude": 1.44}},
          "knowsLanguage": ["fr", {"@type": "Language", "name": "English", "alternateName": "en"}],
          "email": "mailto:zoe@example.org",
          "telephone": "tel:+33-5-61-00-00-00",
          "url": "https://zoe.example.org",
          "sameAs": ["https://github.com/zoe"],
          "birthDate": "1980-02-03",
          "description": "Keeps forty hives north of the town.",
          "knows": [{"@id": "#karim"}, {"@type": "Person", "name": "Ana Ruiz"}],
          "seeks": {"@type": "Demand", "@id": "urn:uuid:1", "name": "A van for two days", "availabilityStarts": "2026-11-01",
                    "availabilityEnds": "2026-12-01T10:00:00Z"},
          "makesOffer": [
            {"@type": "Offer", "itemOffered": {"@type": "Product", "name": "Lime honey"}, "price": "6.50"},
            {"@type": "Offer", "name": "Old hives", "price": 0}
          ]
        },
        {"@id": "#rucher", "@type": "LocalBusiness", "name": "Le Rucher"},
        {"@id": "#karim", "@type": "Person", "name": "Karim"},
        {"@type": "Demand", "name": "Beekeeping lessons", "seeker": {"@id": "#karim"}},
        {"@type": "Offer", "name": "Tax returns", "offeredBy": "Lina"},
        {"@type": "Offer", "name": "Nobody's"},
        {"@type": "Recipe", "name": "Honey cake"},
        {"@type": "WebSite", "name": "Members"}
      ]
    }
    """

  @Test func `reads people, organisations, needs, offers and ties of a graph`() throws {
    let result = try imported(graph)
    let network = result.network
    let zoe = try #require(network.contact("https://example.org/people/zoe"))
    #expect(zoe.name == "Zoé Martin" && zoe.headline == "Apicultrice" && zoe.organisation == "Le Rucher")
    #expect(
      zoe.place == Place(locality: "Toulouse", country: "FR", latitude: 43.6, longitude: 1.44))
    #expect(zoe.languages == ["fr", "en"] && zoe.emails == ["zoe@example.org"])
    #expect(zoe.phones == ["+33-5-61-00-00-00"])
    #expect(zoe.urls == ["https://zoe.example.org", "https://github.com/zoe"])
    #expect(
      zoe.unknownFields == [
        "birthDate": "\"1980-02-03\"", "description": "\"Keeps forty hives north of the town.\"",
      ])
    #expect(Set(network.contacts.map(\.name)) == ["Zoé Martin", "Le Rucher", "Karim", "Ana Ruiz", "Lina"])
    #expect(network.groups.map(\.name) == ["Rotary Toulouse"])
    let others = network.ties.filter { $0.first == zoe.id || $0.second == zoe.id }
    #expect(others.count == 2 && network.ties.count == 2)

    let need = try #require(network.listing("urn:uuid:1"))
    #expect(need.contact == zoe.id && need.kind == .need && need.text == "A van for two days")
    #expect(need.since == Day("2026-11-01") && need.until == Day("2026-12-01"))
    let stated = network.listings.filter { $0.basis == .stated }
    #expect(
      Set(stated.map { "\(network.name(of: $0.contact)): \($0.text) \($0.terms?.rawValue ?? "-")" }) == [
        "Zoé Martin: A van for two days -", "Zoé Martin: Lime honey paid", "Zoé Martin: Old hives gift",
        "Karim: Beekeeping lessons -", "Lina: Tax returns -",
      ])
    #expect(
      result.summary.reports == [
        "file:32: names nobody whose offer it is",
        "file:33: a 'Recipe' is no person, organisation, need or offer",
      ])
    #expect(result.summary.line == "7 = 5 + 0 + 0 + 0 + 2" && result.summary.addsUp)
  }

  @Test func `imports the same document twice without change`() throws {
    let once = try imported(graph)
    let twice = try imported(graph, into: once.network)
    #expect(twice.network == once.network && twice.summary.unchanged == 5)
  }

  @Test(arguments: [
    "{\"@context\":\"http://schema.org/\",\"@type\":\"Person\",\"name\":\"A\",\"seeks\":{\"name\":\"x y\"}}",
    "[{\"@type\":\"schema:Person\",\"schema:name\":\"A\",\"schema:seeks\":[\"x y\"]}]",
    "{\"@type\":\"https://schema.org/Person\",\"https://schema.org/name\":\"A\",\"http://schema.org/seeks\":\"x y\"}",
    "{\"@context\":{\"@vocab\":\"https://schema.org/\"},\"@type\":[\"Person\"],\"name\":{\"@value\":\"A\"},\"seeks\":\"x y\"}",
    "{\"@context\":{\"s\":\"http://schema.org/\",\"wants\":{\"@id\":\"s:seeks\"},\"nom\":\"s:name\",\"type\":\"@type\"},\"type\":\"s:Person\",\"nom\":\"A\",\"wants\":{\"s:name\":\"x y\"}}",
    "{\"@context\":\"https://schema.org\",\"@type\":\"ProfilePage\",\"mainEntity\":{\"@type\":\"Person\",\"name\":\"A\",\"seeks\":\"x y\"}}",
    "{\"@type\":\"Demand\",\"name\":\"x y\",\"seeker\":{\"@type\":\"Person\",\"name\":\"A\"}}",
  ])
  func `reads however a document writes its words`(document: String) throws {
    let network = try imported(document).network
    #expect(network.contacts.map(\.name) == ["A"])
    #expect(network.listings.map(\.text) == ["x y"] && network.listings[0].kind == .need)
  }

  @Test func `reads one object a line, and costs a broken line its record alone`() throws {
    let result = try imported(
      "{\"@type\":\"Person\",\"name\":\"A\"}\n{\"@type\":\"Person\",\n\n{\"@type\":\"Person\",\"name\":\"C\"}\n"
    )
    #expect(result.network.contacts.map(\.name) == ["A", "C"])
    #expect(result.summary.reports.count == 1 && result.summary.reports[0].hasPrefix("file:2: no valid JSON"))
  }

  @Test func `costs a broken element of a list its record alone`() throws {
    let result = try imported(
      "[\n{\"@type\":\"Person\",\"name\":\"A\"},\n{\"@type\":\"Person\" \"name\":\"B\"},\n{\"@type\":\"Person\",\"name\":\"C\"}]"
    )
    #expect(result.network.contacts.map(\.name) == ["A", "C"])
    #expect(result.summary.reports.first?.hasPrefix("file:3: no valid JSON at column") == true)
  }

  @Test func `follows circles once`() throws {
    let result = try imported(
      """
      {"@context":"https://schema.org","@graph":[
      {"@id":"#a","@type":"Person","name":"A","knows":{"@id":"#b"},"homeLocation":{"@id":"#p"}},
      {"@id":"#b","@type":"Person","name":"B","knows":{"@id":"#a"}},
      {"@id":"#p","@type":"Place","address":{"@id":"#p"},"location":{"@id":"#p"}},
      {"@id":"#r","@type":"OrganizationRole","memberOf":{"@id":"#r"}},
      {"@id":"#c","@type":"Person","name":"C","memberOf":{"@id":"#r"},"makesOffer":{"@id":"#l"},"knows":{"@id":"#c"}},
      {"@id":"#l","@type":"ItemList","itemListElement":{"@id":"#l"}}]}
      """)
    #expect(result.network.contacts.map(\.name) == ["A", "B", "C"])
    #expect(result.network.ties.count == 1 && result.summary.addsUp)
  }

  @Test func `two people of one document with one mailbox who know each other stay two`() throws {
    let document =
      "{\"@type\":\"Person\",\"name\":\"A\",\"email\":\"a@x.org\",\"knows\":{\"@type\":\"Person\",\"name\":\"B\",\"email\":\"a@x.org\"}}"
    let result = try imported(document)
    #expect(result.network.contacts.map(\.name) == ["A", "B"] && result.network.ties.count == 1)
  }

  @Test func `a name that holds within its document joins nobody of another`() throws {
    let first = try imported("{\"@type\":\"Person\",\"@id\":\"#me\",\"name\":\"A\"}")
    let second = try imported("{\"@type\":\"Person\",\"@id\":\"#me\",\"name\":\"B\"}", into: first.network)
    #expect(second.network.contacts.count == 2)
  }

  @Test func `says what to do with a document without people`() {
    let reason = "holds no Person, Organization, Demand or Offer of schema.org: name a file that does"
    #expect(
      failure("{\"@context\":\"https://schema.org\",\"@type\":\"WebPage\",\"name\":\"x\"}")
        == "file: \(reason)")
  }

  @Test func `lines of linkup's own stay what they are`() throws {
    let line =
      "{\"id\":\"a\",\"name\":\"A\",\"needs\":[\"x\"],\"@type\":\"Person\",\"data\":{\"type\":\"y\",\"attributes\":1}}"
    #expect(try imported(line).network.listings.map(\.text) == ["x"])
  }

  private func failure(_ text: String) -> String? { InterchangeTests.failure(.init(text.utf8)) }
}
