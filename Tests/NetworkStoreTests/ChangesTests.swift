import Matchmaking
import NetworkStore
import TestSupport
import Testing

@Suite struct ChangesTests {
  private let day = Day("2026-11-23")!
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

  @Test func `keeps and takes back thousands of rows, which several batches hold`() throws {
    let contacts = (0..<5_000).map { Contact(id: Contact.ID("c\($0)"), name: "C \($0)", notes: "é\($0)") }
    let listings = contacts.map {
      Listing(id: Listing.ID("\($0.id)-n"), contact: $0.id, kind: .need, text: "a flat")
    }
    let ties = contacts.dropFirst().map { Tie(contacts[0].id, $0.id, kind: .friend) }
    let network = try Network(contacts: contacts, listings: listings, ties: ties)
    let store = try NetworkStore(path: ":memory:")
    let change = try #require(try store.update(recordedAs: note) { _ in (network, ()) }.change)
    #expect(try store.network() == network)
    let undone = try #require(try store.undo(change))
    #expect(undone.kept.isEmpty && undone.restored == 14_999)
    #expect(try store.network() == .empty)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `leaves nothing when all changes are taken back, in whatever order`(seed: UInt64) throws {
    let store = try NetworkStore(path: ":memory:")
    var random = SeededRandom(seed: seed)
    var contacts: [Contact.ID: Contact] = [:]
    var ties: [[Contact.ID]: Tie] = [:]
    var changes: [Int] = []
    for step in 0..<4 as Range<UInt64> {
      // As imports do it: nobody goes, but what is implied of somebody may.
      let next = try network(seed &* 10 + step)
      for var contact in next.contacts.dropLast(Int(step) * 2) {
        (contact.aliases, contact.sponsor, contact.doNotIntroduce) = ([], nil, .none)
        contacts[contact.id] = contact
      }
      for tie in next.ties where contacts[tie.first] != nil && contacts[tie.second] != nil {
        ties[[tie.first, tie.second]] = tie
      }
      let network = try Network(
        contacts: Array(contacts.values), listings: next.listings.filter { contacts[$0.contact] != nil },
        ties: Array(ties.values))
      changes.append(try #require(try store.update(recordedAs: note) { _ in (network, ()) }.change))
    }
    let order = changes.shuffled(using: &random)
    for change in order { #expect(try store.undo(change) != nil) }
    #expect(try store.network() == .empty, "seed \(seed), order \(order)")
  }

  @Test func `hands a contact on to the import that changed or needs it`() throws {
    let store = try NetworkStore(path: ":memory:")
    let ann = Contact(id: "ann", name: "Ann", headline: "Cook")
    let need = Listing(id: "n", contact: "bob", kind: .need, text: "a flat")
    let first = try Network(contacts: [ann, Contact(id: "bob", name: "Bob")])
    let one = try #require(try store.update(recordedAs: note) { _ in (first, ()) }.change)
    var chef = ann
    chef.headline = "Chef"
    let second = try Network(contacts: [chef, Contact(id: "bob", name: "Bob")], listings: [need])
    let two = try #require(try store.update(recordedAs: note) { _ in (second, ()) }.change)
    let undone = try #require(try store.undo(one))
    #expect(undone.kept.sorted() == ["contact ann", "contact bob"])
    #expect(try store.network() == second)
    #expect(try store.undo(two)?.kept == [])
    #expect(try store.network() == .empty)
  }

  @Test func `takes back contacts who sponsor one another, but for those of one who stays`() throws {
    func contact(_ id: Contact.ID, by sponsor: Contact.ID?) -> Contact {
      Contact(id: id, name: id.rawValue, sponsor: sponsor)
    }
    let contacts = [
      contact("a", by: "b"), contact("b", by: "a"), contact("c", by: nil), contact("d", by: "c"),
      contact("e", by: "d"), contact("f", by: "e"), contact("g", by: "e"), contact("h", by: "h0"),
      contact("h0", by: nil),
    ]
    let network = try Network(contacts: contacts)
    let store = try NetworkStore(path: ":memory:")
    try store.update(recordedAs: note) { _ in (network, ()) }
    let whole = try #require(try store.undo(1))
    #expect(whole.kept.isEmpty && whole.restored == 9)
    #expect(try store.network() == .empty)
    // Somebody needs e since, and somebody who came since is sponsored by b.
    try store.update(recordedAs: note) { _ in (network, ()) }
    let later = try Network(
      contacts: contacts + [contact("z", by: "b")],
      listings: [Listing(id: "n", contact: "e", kind: .need, text: "a flat")])
    try store.update { _ in (later, ()) }
    let number = try #require(try store.changes().first?.number)
    let part = try #require(try store.undo(number))
    #expect(try store.network().contacts.map(\.id) == ["a", "b", "c", "d", "e", "z"])
    #expect(part.restored == 4 && part.kept.count == 5)
    #expect(try store.network().contact("e")?.sponsor == "d")
  }

  @Test func `takes back a sponsor whom the change brought for somebody who was there`() throws {
    let before = try Network(contacts: [Contact(id: "a", name: "A")])
    let store = try NetworkStore(path: ":memory:")
    try store.update { _ in (before, ()) }
    let change = try #require(
      try store.update(recordedAs: note) { _ in
        (try Network(contacts: [Contact(id: "a", name: "A", sponsor: "g"), Contact(id: "g", name: "G")]), ())
      }.change)
    let undone = try #require(try store.undo(change))
    #expect(undone.kept == [] && undone.restored == 2)
    #expect(try store.network() == before)
  }

  @Test func `keeps what goes from a contact that is removed to another`() throws {
    func network(_ ids: [Contact.ID]) throws -> Network {
      try Network(
        contacts: ids.map { Contact(id: $0, name: "A", sponsor: $0 == "c" ? ids[0] : nil) },
        listings: [Listing(id: "l", contact: ids[0], kind: .need, text: "a flat")], host: ids[0])
    }
    for before in [try network(["a", "b", "c"]), try network(["a", "c"])] {
      let after = try network(["b", "c"])
      let store = try NetworkStore(path: ":memory:")
      try store.update { _ in (before, ()) }
      let change = try #require(try store.update(recordedAs: note) { _ in (after, ()) }.change)
      #expect(try store.network() == after)
      #expect(try store.undo(change)?.kept == [])
      #expect(try store.network() == before)
    }
  }

  @Test func `keeps the need and offer of an introduction that was made since`() throws {
    let store = try NetworkStore(path: ":memory:")
    let network = try Network(
      contacts: [Contact(id: "a", name: "A"), Contact(id: "b", name: "B")],
      listings: [
        Listing(id: "n", contact: "a", kind: .need, text: "a flat"),
        Listing(id: "o", contact: "b", kind: .offer, text: "a flat"),
        Listing(id: "p", contact: "b", kind: .offer, text: "a car"),
      ])
    let change = try #require(try store.update(recordedAs: note) { _ in (network, ()) }.change)
    let introduction = Introduction(
      "a", "b", state: .proposed, day: day, since: day,
      subject: Introduction.Subject(need: "n", offer: "o", relevance: 0.7))
    try store.update { (try $0.with(introductions: [introduction]), ()) }
    _ = try store.undo(change)
    #expect(try store.network().listings.map(\.id) == ["n", "o"])
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
    #expect(undone.kept == ["contact a", "contact b"])
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
