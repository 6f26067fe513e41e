import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct MergingTests {
  @Test func `makes two records one, and the first one's words win`() throws {
    let network = try imported(
      """
      {"id":"a","name":"Anna Roux","headline":"Cook","emails":["a@x.example"],"needs":["a van"],"knows":["c"]}
      {"id":"b","name":"A. Roux","headline":"Chef","organisation":"Mots","emails":["b@x.example"],"needs":["a van","tea"],"groups":["Rotary"],"knows":["a",{"contact":"c","kind":"friend"}]}
      {"id":"c","name":"C","sponsor":"b","interactions":[{"date":"2026-01-01","kind":"call","with":"b","from":"other"}]}
      """
    ).network
    let merged = try network.merging("b", into: "a")
    let anna = try #require(merged.contact("a"))
    #expect(merged.contacts.map(\.id) == ["a", "c"] && anna.aliases == ["b"])
    #expect(anna.name == "Anna Roux" && anna.headline == "Cook" && anna.organisation == "Mots")
    #expect(anna.emails == ["a@x.example", "b@x.example"])
    #expect(merged.listings.filter { $0.kind == .need }.map(\.text).sorted() == ["a van", "tea"])
    #expect(merged.ties == [Tie("a", "c", kind: .friend)])
    #expect(merged.groups == [Group(name: "Rotary", members: ["a"])])
    #expect(merged.contact("c")?.sponsor == "a")
    #expect(merged.interactions == [Interaction("a", "c", day: Day("2026-01-01")!, kind: .call, from: "a")])
    // The file that called her b finds her, and adds nothing twice.
    let again = try imported("{\"id\":\"b\",\"needs\":[\"a van\",\"tea\"]}", into: merged)
    #expect(again.network == merged && again.summary.unchanged == 1)
  }

  /// Whichever of the two introductions is read first, that of the contact that stays takes no step back.
  @Test(arguments: [("b", "c"), ("c", "b")])
  func `keeps the introduction of the one that stays`(one: String, other: String) throws {
    let day = Day("2026-02-01")!
    func introduction(_ id: String, _ state: Introduction.State) -> Introduction {
      Introduction(Contact.ID(id), "e", state: state, day: day.adding(days: 3), since: day)
    }
    let network = try Network(
      contacts: ["b", "c", "e"].map { Contact(id: Contact.ID($0), name: $0) },
      introductions: [introduction(one, .helped), introduction(other, .lapsed)])
    let merged = try network.merging(Contact.ID(other), into: Contact.ID(one))
    #expect(merged.introductions.map(\.state) == [.helped])
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `leaves a network that is one, whatever is merged`(seed: UInt64) throws {
    var networks = AnyNetwork(seed: seed)
    var random = SeededRandom(seed: seed)
    let network = try networks.make()
    guard network.contacts.count > 1 else { return }
    let ids = network.contacts.map(\.id).shuffled(using: &random)
    let merged = try network.merging(ids[0], into: ids[1])
    #expect(merged.contacts.count == network.contacts.count - 1)
    #expect(!merged.jsonLines.contains("\"id\":\(ids[0])"))
    #expect(merged.contact(ids[1])?.aliases.contains(ids[0]) == true)
    #expect(try imported(merged.jsonLines).network == merged, "and it goes out and in again")
  }

  @Test func `refuses to merge a contact with itself or with nobody`() throws {
    let network = try imported("{\"id\":\"a\",\"name\":\"A\"}").network
    #expect(throws: NetworkError.self) { try network.merging("a", into: "a") }
    #expect(throws: NetworkError.self) { try network.merging("x", into: "a") }
  }
}
