import Matchmaking
import NetworkStore
import TestSupport
import Testing

@Suite struct ChangesTests {
  private let note = RecordedChange.Note(.import, title: "a.csv", day: Day("2026-11-23")!)

  private func network(_ seed: UInt64) throws -> Network {
    var random = SeededRandom(seed: seed)
    return try RandomNetwork.make(contacts: 12, using: &random)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `takes any change back exactly`(seed: UInt64) throws {
    let store = try NetworkStore(path: ":memory:")
    let (before, after) = (try network(seed), try network(seed + 1000))
    try store.update { _ in (before, ()) }
    try store.update(recordedAs: note) { _ in (after, ()) }
    #expect(try store.network() == after)
    let change = try #require(try store.changes().first)
    #expect(change.title == "a.csv" && change.kind == .import)
    let undone = try #require(try store.undo(change.number))
    #expect(undone.kept.isEmpty && undone.restored > 0)
    #expect(try store.network() == before)
    #expect(try store.changes().isEmpty && store.undo(change.number) == nil)
  }

  @Test func `keeps what was changed since, field by field`() throws {
    let store = try NetworkStore(path: ":memory:")
    try store.update { _ in (try Network(contacts: [Contact(id: "a", name: "A", headline: "old")]), ()) }
    try store.update(recordedAs: note) { network in
      var contact = network.contacts[0]
      (contact.headline, contact.organisation) = ("new", "Mots")
      return (
        try network.with(contacts: [contact, Contact(id: "b", name: "B"), Contact(id: "c", name: "C")]), ()
      )
    }
    try store.update { network in
      var contacts = network.contacts
      contacts[0].headline = "typed"
      return (try network.with(contacts: contacts, ties: [Tie("a", "b")]), ())
    }
    let undone = try #require(try store.undo(try store.changes()[0].number))
    let network = try store.network()
    #expect(network.contacts.map(\.id) == ["a", "b"], "b has a tie by now")
    #expect(network.contact("a")?.headline == "typed" && network.contact("a")?.organisation == nil)
    #expect(undone.kept == ["contact b", "contact a"])
  }

  @Test func `records nothing where nothing changes, and forgets the oldest imports`() throws {
    let store = try NetworkStore(path: ":memory:")
    try store.update(recordedAs: note) { ($0, ()) }
    #expect(try store.changes().isEmpty)
    for number in 0..<25 {
      try store.update(recordedAs: note) { network in
        (try network.with(contacts: network.contacts + [Contact(id: Contact.ID("c\(number)"), name: "")]), ())
      }
    }
    #expect(try store.changes().count == 20)
  }
}
