import Foundation
import GRDB
import Matchmaking
import NetworkStore
import TestSupport
import Testing

/// One suite over every backend.
@Suite struct NetworkStoreTests {
  enum Backend: CaseIterable {
    case file, memory

    /// A new store, and the folder that must live as long.
    func make() throws -> (store: NetworkStore, folder: TemporaryFolder) {
      let folder = TemporaryFolder()
      return (try NetworkStore(path: self == .file ? folder.file("network.sqlite") : ":memory:"), folder)
    }
  }

  private struct Refused: Error {}

  @Test(arguments: Backend.allCases)
  func `begins without anybody`(backend: Backend) throws {
    let (store, folder) = try backend.make()
    #expect(try store.network() == .empty)
    _ = folder
  }

  @Test(arguments: Backend.allCases, [UInt64(1), 2, 3, 4, 5])
  func `gives back what was put in, and every change of it`(backend: Backend, seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let (store, folder) = try backend.make()
    for size in [40, 0, 12, 60, 1] {
      let next = size == 0 ? .empty : try RandomNetwork.make(contacts: size, using: &random)
      let before = try store.update { (next, $0) }
      _ = before
      #expect(try store.network() == next, "seed \(seed), \(size) contacts")
    }
    _ = folder
  }

  @Test func `lets an introduction skip no state, whoever writes, and take several steps at once`() throws {
    let folder = TemporaryFolder()
    let path = folder.file("network.sqlite")
    let day = try #require(Day("2026-11-23"))
    func network(_ state: Introduction.State) throws -> Network {
      try Network(
        contacts: [Contact(id: "a", name: "A"), Contact(id: "b", name: "B")],
        introductions: [Introduction("a", "b", state: state, day: day, asked: "a")])
    }
    let store = try NetworkStore(path: path)
    try store.update { _ in (try network(.askedFirst), ()) }
    let database = try DatabaseQueue(path: path)
    #expect(throws: DatabaseError.self) {
      try database.write { try $0.execute(sql: "UPDATE introduction SET state = 'helped'") }
    }
    #expect(throws: DatabaseError.self) {
      try database.write { try $0.execute(sql: "UPDATE introduction SET state = 'proposed'") }
    }
    // What happened elsewhere comes in by one import.
    try store.update { _ in (try network(.helped), ()) }
    #expect(try store.network() == network(.helped))
  }

  @Test(arguments: Backend.allCases)
  func `keeps every field of every part`(backend: Backend) throws {
    let day = try #require(Day("2026-11-23"))
    let full = Contact(
      id: "a", name: "Zoé 'Z' \"Lacaze\" 👋", headline: "h", organisation: "o",
      place: Place(locality: "l", region: "r", country: "FR", latitude: 43.6, longitude: 1.44),
      languages: ["fr", "en"],
      emails: ["b@example.org", "a@example.org"], phones: ["1", "2"], urls: ["u"], sponsor: "b", capacity: 0,
      notes: "multi\nline", lastContact: day, doNotIntroduce: .these(["b", "c"]),
      unknownFields: ["x": "{\"y\":[1]}"])
    let network = try Network(
      contacts: [
        full, Contact(id: "b", name: "", place: Place(), doNotIntroduce: .everybody),
        Contact(id: "c", name: "c"),
      ],
      listings: [
        Listing(
          id: "1", contact: "a", kind: .need, text: "n", basis: .implied, urgency: .high, since: day,
          until: day,
          visibility: .private, terms: .loan, state: .paused, unknownFields: ["k": "1.50"]),
        Listing(id: "2", contact: "a", kind: .offer, text: "o"),
      ],
      ties: [Tie("b", "a", kind: .kin, since: day)],
      groups: [Group(name: "choir", members: ["a", "b"]), Group(name: "empty", members: [])],
      interactions: [
        Interaction("a", "b", day: day, kind: .call), Interaction("a", "b", day: day, kind: .call),
        Interaction("a", "b", day: day, kind: .call, note: ""),
        Interaction("a", "c", day: day, kind: .coffee, note: "n"),
      ],
      introductions: [
        Introduction("a", "b", state: .declined, day: day, declinedBy: "b"),
        Introduction(
          "a", "c", state: .made, day: day, since: Day(number: day.number - 3),
          subject: Introduction.Subject(need: "1", offer: "2", relevance: 0.5), asked: "c", reason: "r"),
      ],
      thanks: [Thanks(from: "c", to: "a", day: day), Thanks(from: "a", to: "c", day: day, favour: "f")],
      host: "a")
    let (store, folder) = try backend.make()
    _ = try store.update { _ in (network, ()) }
    #expect(try store.network() == network)
    // A contact that changes keeps everything that refers to it.
    _ = try store.update { network in
      var contacts = network.contacts
      contacts[0].name = "Zoé"
      return (
        try Network(
          contacts: contacts, listings: network.listings, ties: network.ties, groups: network.groups,
          interactions: network.interactions, introductions: network.introductions, thanks: network.thanks,
          host: network.host), ()
      )
    }
    let changed = try store.network()
    #expect(changed.contact("a")?.name == "Zoé")
    #expect(
      changed.listings == network.listings && changed.interactions == network.interactions
        && changed.host == "a")
    _ = folder
  }

  @Test(arguments: [
    [""], ["", ""], ["a"], ["\u{301}b", "c"], ["fr", "\u{200D}en", "\u{FE0F}"], ["a", "\u{301}"], ["\u{301}"],
    [",", "\",\""],
    ["[", "]"], ["a\\", "\u{1}"],
  ])
  func `gives back lists of any texts`(texts: [String]) throws {
    let (store, folder) = try Backend.file.make()
    let network = try Network(contacts: [Contact(id: "a", name: "A", urls: texts)])
    try store.update { _ in (network, ()) }
    let urls = try store.network().contacts[0].urls
    #expect(urls.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
    _ = folder
  }

  @Test(arguments: Backend.allCases)
  func `keeps nothing of an edit that fails`(backend: Backend) throws {
    var random = SeededRandom(seed: 8)
    let (store, folder) = try backend.make()
    let network = try RandomNetwork.make(contacts: 10, using: &random)
    _ = try store.update { _ in (network, ()) }
    #expect(throws: Refused.self) { try store.update { _ -> (Network, Void) in throw Refused() } }
    #expect(throws: NetworkError.self) {
      try store.update { ($0, try Network(contacts: [Contact(id: "", name: "")])) }
    }
    #expect(try store.network() == network)
    _ = folder
  }

  @Test func `writes nothing when nothing changes`() throws {
    var random = SeededRandom(seed: 9)
    let (store, folder) = try Backend.file.make()
    let network = try RandomNetwork.make(contacts: 50, using: &random)
    _ = try store.update { _ in (network, ()) }
    let file = URL(fileURLWithPath: folder.file("network.sqlite"))
    let before = try Data(contentsOf: file)
    let stamp = try store.stamp()
    _ = try store.update { ($0, ()) }
    #expect(try Data(contentsOf: file) == before && store.stamp() == stamp)
  }

  @Test func `loses no edit of two that run at once`() async throws {
    let folder = TemporaryFolder()
    let path = folder.file("network.sqlite")
    _ = try NetworkStore(path: path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<2 {
        group.addTask {
          let store = try NetworkStore(path: path)
          for number in 0..<50 {
            _ = try store.update { network in
              (
                try Network(
                  contacts: network.contacts + [Contact(id: Contact.ID("\(task)-\(number)"), name: "x")]), ()
              )
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try NetworkStore(path: path, access: .reading).network().contacts.count == 100)
  }

  @Test func `keeps settings that were changed, and forgets them when they are standard again`() throws {
    let (store, folder) = try Backend.file.make()
    defer { withExtendedLifetime(folder) {} }
    #expect(try store.settings() == .standard)
    var settings = Settings.standard
    settings.trust = 0.25
    settings.capacity = 7
    settings.recalibration = Recalibration(slope: 0.5, shift: -1)
    try store.keep(settings)
    #expect(try store.settings() == settings)
    try store.keep(.standard)
    #expect(try store.settings() == .standard)
  }

  @Test func `keeps encodings, and forgets those of other models and texts`() throws {
    let (store, folder) = try Backend.file.make()
    defer { withExtendedLifetime(folder) {} }
    func encodings(_ model: String, _ keys: [Encodings.Key]) -> Encodings {
      Encodings(
        model: model,
        vectors: Dictionary(
          uniqueKeysWithValues: keys.map { key in
            (key, (0..<384).map { Int8(truncatingIfNeeded: $0 &+ Int(truncatingIfNeeded: key)) })
          }))
    }
    let large: Encodings.Key = 0xFEDC_BA98_7654_3210_0123_4567_89AB_CDEF
    try store.keep(encodings("one", [1, large]))
    try store.keep(encodings("two", [2]))
    #expect(try store.encodings(of: "one") == encodings("one", [1, large]))
    #expect(try store.encodings(of: "three").vectors.isEmpty)
    try store.forget(allBut: encodings("one", [large]))
    #expect(try store.encodings(of: "one") == encodings("one", [large]))
    #expect(try store.encodings(of: "two").vectors.isEmpty)
  }
}
