import Interchange
import Matchmaking
import Testing

@Suite struct MurmurationsTests {
  private let offer = """
    {
      "linked_schemas": ["offers_wants_schema-v0.1.0"],
      "exchange_type": "offer",
      "item_type": "service",
      "transaction_type": ["borrow-lend"],
      "tags": ["tools"],
      "title": "Cargo bike",
      "description": "Carries two crates of vegetables",
      "details_url": "https://coop.example/bike",
      "geolocation": {"lat": 43.6, "lon": 1.44},
      "geographic_scope": "local",
      "contact_details": {"email": "coop@example.org"},
      "expires_at": 1798675200
    }
    """

  @Test func `reads an offer with its contact`() throws {
    let network = try imported(offer).network
    let contact = try #require(network.contacts.first)
    #expect(contact.emails == ["coop@example.org"] && contact.place == Place(latitude: 43.6, longitude: 1.44))
    let listing = try #require(network.listings.first)
    #expect(listing.kind == .offer && listing.text == "Cargo bike: Carries two crates of vegetables")
    #expect(listing.terms == .loan && listing.visibility == .public && listing.until == Day("2026-12-31"))
    #expect(
      listing.unknownFields == [
        "item_type": "\"service\"", "tags": "[\"tools\"]", "details_url": "\"https://coop.example/bike\"",
        "geographic_scope": "\"local\"",
      ])
  }

  @Test func `joins the listings of one contact, from a list or from lines`() throws {
    let want = offer.replacing("\"offer\"", with: "\"want\"").replacing("Cargo bike", with: "Trailer")
    let lines = [offer, want].map { $0.replacing("\n", with: " ") }
    for text in [
      "[\(offer),\n\(want)]", lines.joined(separator: "\n"), "{\"data\":[\(offer),\(want)],\"meta\":{}}",
    ] {
      let result = try imported(text)
      #expect(result.network.contacts.count == 1 && result.summary.line == "2 = 1 + 0 + 0 + 1 + 0")
      #expect(Set(result.network.listings.map(\.kind)) == [.need, .offer])
    }
  }

  @Test func `reads people and organisations`() throws {
    let network = try imported(
      """
      {"linked_schemas":["people_schema-v0.1.0"],"name":"Ana Ruiz","primary_url":"https://ana.example/me",
       "tags":["bees"],"locality":"Muret","region":"Occitanie","country_iso_3166":"FR","knows_language":["es","fr"],
       "telephone":"+33 5 61 00 00 00","urls":[{"name":"blog","url":"https://ana.example/blog"}],
       "description":"Keeps bees."}
      """
    ).network
    let ana = try #require(network.contacts.first)
    #expect(ana.name == "Ana Ruiz" && ana.languages == ["es", "fr"] && ana.phones == ["+33 5 61 00 00 00"])
    #expect(ana.urls == ["https://ana.example/me", "https://ana.example/blog"])
    #expect(ana.place == Place(locality: "Muret", region: "Occitanie", country: "FR"))
    #expect(ana.unknownFields == ["tags": "[\"bees\"]", "description": "\"Keeps bees.\""])
  }

  @Test func `skips what is no profile, with line and reason`() throws {
    let result = try imported(
      """
      [{"linked_schemas":["x"],"exchange_type":"gift","title":"x","contact_details":{"email":"a@x.org"}},
      {"linked_schemas":["x"],"exchange_type":"offer","title":"x","contact_details":{}},
      {"linked_schemas":["x"],"exchange_type":"offer","contact_details":{"email":"a@x.org"}},
      {"linked_schemas":["x"],"exchange_type":"want","title":"x","contact_details":{"email":"a@x.org"},"expires_at":1e300},
      7,
      {"linked_schemas":["x"],"exchange_type":"want","title":"bread","contact_details":{"email":"a@x.org"}}]
      """)
    #expect(
      result.summary.reports == [
        "file:1: exchange_type: 'gift' is none of offer, want",
        "file:2: has no name, id, web address or e-mail address", "file:3: title: is missing",
        "file:4: expires_at: '1e300' is no time in seconds since 1970",
        "file:5: the line: a number is no object",
      ])
    #expect(result.network.listings.map(\.text) == ["bread"])
  }
}
