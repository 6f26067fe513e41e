import Interchange
import Matchmaking
import Testing

@Suite struct ValueflowsTests {
  @Test func `reads proposals and intents of linked data`() throws {
    let result = try imported(
      """
      {"@context": [{"@vocab": "http://w3id.org/valueflows/ont/vf#"}, {"alice": "https://alice.example/", "skos": "http://www.w3.org/2004/02/skos/core#"}],
       "@graph": [
        {"@id": "https://alice.example/", "@type": "Person", "name": "Alice"},
        {"@id": "alice:p1", "@type": "Proposal", "name": "Used bike", "hasBeginning": "2026-03-01T00:00:00-5:00", "hasEnd": "2026-03-31T00:00:00-5:00",
         "publishes": [{"@id": "alice:i1", "@type": "Intent", "name": "Old one speed bike", "skos:note": "Brakes are weak", "action": "transfer",
                        "provider": "https://alice.example/", "resourceConformsTo": "wd:Q11442"}],
         "reciprocal": [{"@id": "alice:i2", "@type": "Intent", "name": "Payment", "action": "transfer", "receiver": "https://alice.example/"}]},
        {"@id": "alice:i3", "@type": "Intent", "note": "Mow the lawn", "action": "work", "receiver": "https://bob.example/", "due": "2026-05-01"},
        {"@id": "alice:i4", "@type": "Intent", "name": "Both", "provider": "https://alice.example/", "receiver": "https://bob.example/"}
      ]}
      """)
    let network = result.network
    let bike = try #require(network.listing("https://alice.example/i1"))
    #expect(bike.kind == .offer && bike.contact == "https://alice.example/" && bike.terms == .exchange)
    #expect(bike.text == "Old one speed bike: Brakes are weak")
    #expect(bike.since == Day("2026-03-01") && bike.until == Day("2026-03-31"))
    let lawn = try #require(network.listing("https://alice.example/i3"))
    #expect(lawn.kind == .need && lawn.contact == "https://bob.example/" && lawn.until == Day("2026-05-01"))
    #expect(network.listings.filter { $0.basis == .stated }.count == 2)
    #expect(
      result.summary.reports == [
        "file:9: has a provider and a receiver, so it is neither a need nor an offer"
      ])
    #expect(result.summary.addsUp)
  }

  @Test func `reads the answer of a GraphQL service`() throws {
    let network = try imported(
      """
      {"data": {"intents": {"edges": [
        {"node": {"id": "01A", "action": {"id": "transfer"}, "name": "Ten chairs", "provider": {"id": "u1", "name": "Ana", "primaryLocation": {"name": "Albi", "lat": 43.9, "long": 2.1}},
                  "finished": true}},
        {"node": {"id": "01B", "action": {"id": "work"}, "resourceConformsTo": {"id": "r", "name": "Carpentry"}, "receiver": {"id": "u2", "name": "Ben"}, "hasBeginning": "2026-02-01"}}
      ]}, "people": {"edges": [{"node": {"id": "u3", "name": "Cleo", "note": "Weaver"}}]}}}
      """
    ).network
    #expect(network.contacts.map(\.name) == ["Ana", "Ben", "Cleo"])
    #expect(network.contact("u1")?.place == Place(locality: "Albi", latitude: 43.9, longitude: 2.1))
    #expect(network.listing("01A")?.state == .withdrawn && network.listing("01A")?.kind == .offer)
    #expect(network.listing("01B")?.text == "Carpentry" && network.listing("01B")?.kind == .need)
    #expect(network.contact("u3")?.headline == "Weaver")
  }

  @Test func `reads a proposal of a federated marketplace, and a plain list`() throws {
    let proposal = """
      {"@context": ["https://www.w3.org/ns/activitystreams", {"vf": "https://w3id.org/valueflows/ont/vf#", "Proposal": "vf:Proposal", "publishes": "vf:publishes"}],
       "type": "Proposal", "id": "https://market.example/p/1", "purpose": "request", "attributedTo": "https://market.example/users/ana",
       "name": "Ride to the airport", "content": "<p>Friday</p>", "published": "2026-06-18T19:22:03Z",
       "publishes": {"type": "Intent", "id": "https://market.example/p/1#primary", "action": "deliverService"}}
      """
    let ride = try #require(try imported(proposal).network.listings.first)
    #expect(
      ride.kind == .need && ride.text == "Ride to the airport: Friday" && ride.since == Day("2026-06-18"))
    #expect(ride.contact == "https://market.example/users/ana")
    let list = "[{\"id\":\"1\",\"action\":\"work\",\"provider\":\"u1\",\"note\":\"Sewing\"}]"
    #expect(try imported(list).network.listings.map(\.text) == ["Sewing"])
  }
}
