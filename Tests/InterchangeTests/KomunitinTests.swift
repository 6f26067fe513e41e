import Interchange
import Matchmaking
import Testing

@Suite struct KomunitinTests {
  private let document = """
    {
      "jsonapi": {"version": "1.0"},
      "data": [
        {"type": "offers", "id": "o-1",
         "attributes": {"code": "bread", "name": "Bread", "content": "<p>Baked every <b>morning</b> &amp; night</p>",
                        "price": "2", "access": "public", "state": "published",
                        "created": "2026-01-02T23:15:30.000Z", "expires": "2027-08-20T23:15:30.000Z"},
         "relationships": {"member": {"data": {"type": "members", "id": "m-1"}},
                           "category": {"data": {"type": "categories", "id": "c-1"}}}},
        {"type": "needs", "id": "n-1",
         "attributes": {"content": "Somebody for the books", "access": "group", "state": "hidden"},
         "relationships": {"member": {"data": {"type": "members", "id": "m-1"}}}},
        {"type": "needs", "id": "n-2", "attributes": {"content": "A ladder"},
         "relationships": {"author": {"links": {"related": "https://komunitin.example/EITE/EITE0005"}}}},
        {"type": "needs", "id": "n-3", "attributes": {"content": "Nobody's"}},
        {"type": "posts", "id": "p-1", "attributes": {}}
      ],
      "included": [
        {"type": "members", "id": "m-1",
         "attributes": {"code": "maries", "name": "Marie's Bakery", "type": "business", "description": "Since 1970.",
           "address": {"streetAddress": "7 Broadway", "addressLocality": "Denver", "addressRegion": "CO"},
           "location": {"type": "Point", "coordinates": [-104.99, 39.74]}},
         "relationships": {"contacts": {"data": [{"type": "contacts", "id": "k-1"}, {"type": "contacts", "id": "k-2"}]},
                           "group": {"data": {"type": "groups", "id": "g-1"}}}},
        {"type": "contacts", "id": "k-1", "attributes": {"type": "phone", "name": "+34 666 77 88 99"}},
        {"type": "contacts", "id": "k-2", "attributes": {"type": "email", "name": "marie@example.org"}},
        {"type": "categories", "id": "c-1", "attributes": {"name": "Food"}},
        {"type": "groups", "id": "g-1", "attributes": {"name": "Island Exchange"}}
      ]
    }
    """

  @Test func `reads offers and needs of members`() throws {
    let result = try imported(document)
    let network = result.network
    let marie = try #require(network.contact("m-1"))
    #expect(marie.name == "Marie's Bakery" && marie.headline == "Since 1970.")
    #expect(marie.emails == ["marie@example.org"] && marie.phones == ["+34 666 77 88 99"])
    #expect(
      marie.place == Place(locality: "Denver", region: "CO", latitude: 39.74, longitude: -104.99))
    #expect(network.groups == [Group(name: "Island Exchange", members: ["m-1"])])
    let offer = try #require(network.listing("o-1"))
    #expect(offer.text == "Bread: Baked every morning & night")
    #expect(offer.terms == .exchange && offer.visibility == .public && offer.until == Day("2027-08-20"))
    #expect(offer.since == Day("2026-01-02"))
    #expect(offer.unknownFields == ["category": "\"Food\"", "price": "\"2\""])
    let need = try #require(network.listing("n-1"))
    #expect(
      need.contact == "m-1" && need.kind == .need && need.state == .paused && need.visibility == .network)
    let ladder = try #require(network.listing("n-2"))
    #expect(network.contact(ladder.contact)?.urls == ["https://komunitin.example/EITE/EITE0005"])
    #expect(
      result.summary.reports == [
        "file:15: names no member whose it is", "file:16: one of the 'posts' is no member, offer or need",
      ])
    #expect(result.summary.line == "6 = 2 + 0 + 0 + 2 + 2" && result.summary.addsUp)
    #expect(try imported(document, into: network).network == network)
  }

  @Test func `reads a single resource`() throws {
    let text =
      "{\"data\":{\"type\":\"offer\",\"id\":\"o\",\"attributes\":{\"name\":\"Eggs\",\"price\":0},\"relationships\":{\"member\":{\"data\":{\"type\":\"members\",\"id\":\"m\"}}}}}"
    let network = try imported(text).network
    #expect(network.listing("o")?.terms == .gift && network.listing("o")?.contact == "m")
  }
}
