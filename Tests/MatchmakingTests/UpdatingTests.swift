import Matchmaking
import TestSupport
import Testing

/// Engines of which listings come and go.
@Suite struct UpdatingTests {
  private typealias Circle = SampleCircle

  private static let texts = ["a bilingual accountant", "comptable bilingue", "piano lessons", "cat sitting"]

  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `answers the same in one step or many, settled or not`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let network = try RandomNetwork.make(contacts: 40, using: &random)
    let first = try MatchEngine(network, asOf: Circle.today)
    let changes = Self.changes(60, of: network, using: &random)
    let once = try first.updating(changes)
    let many = try changes.reduce(first) { try $0.updating([$1]) }
    #expect(once.network == many.network)
    let expected = Self.answers(of: once.settled())
    #expect(Self.answers(of: once) == expected, "seed \(seed)")
    #expect(Self.answers(of: many) == expected, "seed \(seed)")
    #expect(Self.answers(of: first) == Self.answers(of: try MatchEngine(network, asOf: Circle.today)))
  }

  @Test func `answers the same while it settles in the background`() throws {
    var random = SeededRandom(seed: 7)
    let network = try RandomNetwork.make(contacts: 300, using: &random)
    var engine = try MatchEngine(network, asOf: Circle.today)
    for round in 0..<24 {
      engine = try engine.updating(Self.changes(500, of: engine.network, using: &random))
      if round % 8 == 5 {
        #expect(Self.answers(of: engine, contacts: 20) == Self.answers(of: engine.settled(), contacts: 20))
      }
    }
  }

  @Test(arguments: [false, true])
  func `a listing that came and went leaves no trace`(readsMeaning: Bool) throws {
    var random = SeededRandom(seed: 11)
    let network = try RandomNetwork.make(contacts: 30, using: &random)
    let reading = readsMeaning ? Reading(try SemanticModel()) : nil
    let engine = try MatchEngine(network, asOf: Circle.today, reading: reading)
    let new = Self.changes(20, of: network, using: &random).compactMap { change in
      if case .add(let listing) = change { listing } else { nil as Listing? }
    }.filter { network.listing($0.id) == nil }
    let back = try engine.updating(new.map { .add($0) }).updating(new.map { .remove($0.id) })
    #expect(new.count > 3 && back.network == network)
    #expect(Self.answers(of: back) == Self.answers(of: engine))
  }

  @Test func `finds by meaning and letters what came later, as an engine built with it does`() throws {
    let needs = [
      Circle.need("anne", "somebody to fix my bike"), Circle.need("claire", "learn to play the zither"),
    ]
    let contacts = Circle.contacts("anne", "bruno", "claire", "david")
    let reading = Reading(try SemanticModel())
    let offers = [
      Circle.offer("bruno", "je répare les vélos"), Circle.offer("david", "zither lessons, at home"),
    ]
    let other = Circle.offer("david", "gardening")
    let later = try MatchEngine(
      Network(contacts: contacts, listings: needs + [other]), asOf: Circle.today, reading: reading
    ).updating(offers.map { .add($0) })
    let whole = try MatchEngine(
      Network(contacts: contacts, listings: needs + [other] + offers), asOf: Circle.today, reading: reading)
    #expect(
      later.matching().candidates.map { [$0.first, $0.second] }
        == whole.matching().candidates.map { [$0.first, $0.second] })
    #expect(later.matching().candidates.count == 2 && later.network == whole.network)
    #expect(later.encodings == whole.encodings)
  }

  @Test func `finds the first offer that has a word of a need`() throws {
    let contacts = Circle.contacts("anne", "bruno")
    let engine = try MatchEngine(
      Network(contacts: contacts, listings: [Circle.need("anne", "zither lessons")]), asOf: Circle.today
    ).updating([.add(Circle.offer("bruno", "zither lessons"))])
    #expect(engine.candidates(for: "anne", limit: 5).map(\.second) == ["bruno"])
  }

  @Test func `a new version of a listing takes the place of the old one`() throws {
    let contacts = Circle.contacts("anne", "bruno", "claire")
    let offer = Circle.offer("bruno", "piano lessons")
    let engine = try MatchEngine(
      Network(contacts: contacts, listings: [Circle.need("anne", "piano lessons"), offer]),
      asOf: Circle.today)
    func givers(_ change: (inout Listing) -> Void) throws -> [Contact.ID?] {
      var new = offer
      change(&new)
      return try engine.updating([.add(new)]).offers(meeting: "piano lessons", limit: 5).map(\.offer.contact)
    }
    #expect(try givers { _ in } == ["bruno"])
    #expect(try givers { $0.state = .paused } == [])
    #expect(try givers { $0.contact = "claire" } == ["claire"])
    #expect(try givers { $0.kind = .need } == [])
    #expect(try givers { $0.text = "firewood" } == [])
    var paused = offer
    paused.state = .paused
    let why = try #require(try engine.updating([.add(paused)]).assessment(of: "anne", and: "bruno"))
    #expect(why.exclusions.contains(.notCurrent(paused)))
  }

  @Test func `refuses what is no listing of the network, and says why`() throws {
    let engine = try MatchEngine(Network(contacts: Circle.contacts("anne")), asOf: Circle.today)
    #expect(throws: NetworkError.unknownContact("nobody", by: "the listing 'nobody/need/x'")) {
      try engine.updating([.add(Circle.need("nobody", "x"))])
    }
    #expect(throws: NetworkError.self) { try engine.updating([.add(Circle.need("anne", " "))]) }
    #expect(try engine.updating([.remove("no such listing")]).network == engine.network)
  }

  /// Listings of the network that go, change or come.
  private static func changes(
    _ count: Int, of network: Network, using random: inout SeededRandom
  ) -> [Change] {
    (0..<count).map { number in
      switch (Int.random(in: 0..<4, using: &random), network.listings.randomElement(using: &random)) {
      case (0, let listing?): return .remove(listing.id)
      case (1, var listing?):
        listing.text = RandomText.make(using: &random)
        listing.state = Bool.random(using: &random) ? .open : .paused
        return .add(listing)
      default:
        let contact = network.contacts.randomElement(using: &random)!.id
        let words = Bool.random(using: &random) ? "" : " word\(Int.random(in: 0..<20, using: &random))"
        return .add(
          Listing(
            id: Listing.ID("new\(number)"), contact: contact,
            kind: Listing.Kind.allCases.randomElement(using: &random)!,
            text: RandomText.make(using: &random) + words))
      }
    }
  }

  private struct Answers: Equatable {
    let matches: [[Match]]
    let candidates: [[Candidate]]
    let matching: Matching
  }

  private static func answers(of engine: MatchEngine, contacts: Int = .max) -> Answers {
    Answers(
      matches: texts.flatMap { [engine.offers(meeting: $0, limit: 7), engine.needs(metBy: $0, limit: 7)] },
      candidates: engine.network.contacts.prefix(contacts).map { engine.candidates(for: $0.id, limit: 5) },
      matching: engine.matching())
  }
}
