import Foundation
import Matchmaking
import NetworkStore
import TestSupport
import Testing

/// A kept index with a part of the network against an engine of all of it.
@Suite struct KeptIndexTests {
  private static let today = Day(number: 20_780)

  /// A network in a file, an engine of it, and the engine's index in a file.
  private struct Fixture {
    let folder = TemporaryFolder()
    let store: NetworkStore
    let engine: MatchEngine
    let model: SemanticModel?
    var path: String { folder.file("network.sqlite.index") }

    init(_ network: Network, model: SemanticModel? = nil) throws {
      store = try NetworkStore(path: folder.file("network.sqlite"))
      try store.update { _ in (network, ()) }
      engine = try MatchEngine(
        store.network(), asOf: KeptIndexTests.today, reading: model.map { Reading($0) },
        gazetteer: Gazetteer())
      self.model = model
      try keep()
    }

    func keep() throws { try KeptIndex.keep(engine, model: model, stamp: store.stamp(), at: path) }

    func index(asOf day: Day = KeptIndexTests.today, model: SemanticModel? = nil) throws -> KeptIndex {
      try KeptIndex(path: path, stamp: store.stamp(), asOf: day, model: model ?? self.model)
    }

    func part(around id: Contact.ID, limit: Int) throws -> MatchEngine? {
      let index = try index()
      guard let surroundings = index.surroundings(of: id, limit: limit),
        let part = try store.part(surroundings, stamp: store.stamp())
      else { return nil }
      return try MatchEngine(part, of: index, gazetteer: Gazetteer())
    }
  }

  private static func network(_ seed: UInt64) throws -> Network {
    var random = SeededRandom(seed: seed)
    let network = try RandomNetwork.make(contacts: 60, using: &random)
    var contacts = network.contacts
    for index in contacts.indices {
      // A few people stand there twice or more; some were brought in, or bar others.
      contacts[index].emails = ["p\(Int.random(in: 0..<50, using: &random))@x.example"]
      let other = contacts[Int.random(in: 0..<60, using: &random)].id
      switch Int.random(in: 0..<8, using: &random) {
      case 0 where other != contacts[index].id: contacts[index].sponsor = other
      case 1: contacts[index].doNotIntroduce = .these([other])
      case 2: contacts[index].organisation = "Firm"
      default: break
      }
    }
    let ids = contacts.map(\.id)
    func pairs(_ count: Int) -> [(Contact.ID, Contact.ID)] {
      (0..<count).map { _ in (ids.randomElement(using: &random)!, ids.randomElement(using: &random)!) }
        .filter { $0 != $1 }
    }
    return try network.with(
      contacts: contacts,
      interactions: pairs(40).map { Interaction($0, $1, day: today.adding(days: -30), kind: .call) },
      thanks: pairs(30).map { Thanks(from: $0, to: $1, day: today.adding(days: -9)) })
  }

  @Test(arguments: [UInt64(1), 2, 3], [false, true])
  func `finds for each contact what an engine of the whole network finds`(
    seed: UInt64, readsMeaning: Bool
  ) throws {
    let fixture = try Fixture(Self.network(seed), model: readsMeaning ? SemanticModel() : nil)
    var found = 0
    for contact in fixture.engine.network.contacts {
      for limit in [1, 4] {
        let expected = fixture.engine.candidates(for: contact.id, limit: limit)
        let part = try #require(try fixture.part(around: contact.id, limit: limit))
        #expect(part.candidates(for: contact.id, limit: limit) == expected, "seed \(seed), \(contact.id)")
        found += expected.count
        for match in expected.first?.matches.prefix(1) ?? [] where readsMeaning {
          #expect(part.evidence(for: match) == fixture.engine.evidence(for: match))
        }
        for other in expected.map(\.second) {
          #expect(part.path(from: contact.id, to: other) == fixture.engine.path(from: contact.id, to: other))
        }
      }
    }
    #expect(found > 20)
    #expect(try fixture.part(around: "nobody", limit: 3) == nil)
  }

  @Test func `knows whom a text may mean`() throws {
    let contacts = [
      Contact(id: "a", name: "Éric Puech", emails: ["Eric@x.example"], aliases: ["old-a"]),
      Contact(id: "b", name: "Erica Puech"), Contact(id: "c", name: "Jean-Éric  Durand"),
      Contact(id: "d", name: ""),
    ]
    let fixture = try Fixture(Network(contacts: contacts))
    let index = try fixture.index()
    for text in [
      "a", "old-a", "eric@X.example", "éric puech", "eric", "puech e", "durand", "D", "zz", "", " ", "jean",
    ] {
      let few = try fixture.store.network(of: index.contacts(called: text))
      #expect(
        few.contacts(called: text).map(\.id) == fixture.engine.network.contacts(called: text).map(\.id),
        "'\(text)'")
    }
  }

  @Test func `refuses what is of another state, day or model`() throws {
    var network = try Self.network(5)
    var listing = try #require(network.listings.first { $0.state == .open })
    listing.until = Self.today.adding(days: 3)
    network = try network.with(listings: network.listings.filter { $0.id != listing.id } + [listing])
    let fixture = try Fixture(network)
    #expect(throws: Never.self) { try fixture.index(asOf: Self.today.adding(days: 3)) }
    #expect(throws: KeptIndexError.self) { try fixture.index(asOf: Self.today.adding(days: 4)) }
    #expect(throws: KeptIndexError.self) { try fixture.index(model: SemanticModel()) }
    let index = try fixture.index()
    let surroundings = try #require(index.surroundings(of: listing.contact, limit: 3))
    let stamp = try fixture.store.stamp()
    listing.text = "something else"
    try fixture.store.update { network in
      (try network.with(listings: network.listings.filter { $0.id != listing.id } + [listing]), ())
    }
    #expect(throws: KeptIndexError.self) { try fixture.index() }
    #expect(try fixture.store.part(surroundings, stamp: stamp) == nil)
  }

  @Test func `refuses a damaged file`() throws {
    let fixture = try Fixture(Self.network(6))
    let whole = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    var random = SeededRandom(seed: 6)
    for round in 0..<200 {
      var data = whole
      if round % 4 == 0 {
        data = data.prefix(Int.random(in: 0..<data.count, using: &random))
      } else {
        data[Int.random(in: 0..<data.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      }
      // In place of the file, not into it: it may be mapped.
      try data.write(to: URL(fileURLWithPath: fixture.path), options: .atomic)
      #expect(throws: KeptIndexError.self, "round \(round)") { try fixture.index() }
    }
    try fixture.keep()
    #expect(throws: Never.self) { try fixture.index() }
  }

  @Test func `is whole whoever keeps and reads it at once`() throws {
    let fixture = try Fixture(Self.network(8))
    DispatchQueue.concurrentPerform(iterations: 16) { number in
      if number % 2 == 0 { #expect(throws: Never.self) { try fixture.keep() } }
      #expect(throws: Never.self) { try fixture.index() }
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: fixture.folder.path)
    #expect(files.filter { $0.contains("index") } == ["network.sqlite.index"])
    let mode = try FileManager.default.attributesOfItem(atPath: fixture.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func `takes nothing in place of an older file where it can't be written`() throws {
    let fixture = try Fixture(Self.network(9))
    #expect(throws: (any Error).self) {
      try KeptIndex.keep(fixture.engine, model: nil, stamp: "x", at: fixture.folder.file("no/such/folder"))
    }
    #expect(throws: Never.self) { try fixture.index() }
  }
}
