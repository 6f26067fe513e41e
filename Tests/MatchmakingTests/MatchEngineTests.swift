import Matchmaking
import TestSupport
import Testing

@Suite struct MatchEngineTests {
  private typealias Circle = SampleCircle

  private func engine(_ network: Network) throws -> MatchEngine {
    try MatchEngine(network, asOf: Circle.today)
  }

  private let listings = [
    Circle.need("anne", "un comptable bilingue à mi-temps"),
    Circle.offer("bruno", "comptable bilingue, mi-temps ou plein"),
    Circle.need("bruno", "help with English translation"), Circle.offer("claire", "English translation"),
    Circle.offer("david", "gardening and hedge trimming"),
  ]

  private func network(
    ties: [Tie] = [], introductions: [Introduction] = [], host: Contact.ID? = nil,
    change: (inout [Contact], inout [Listing]) -> Void = { _, _ in }
  ) throws -> Network {
    var contacts = Circle.contacts("anne", "bruno", "claire", "david")
    var listings = listings
    change(&contacts, &listings)
    return try Network(
      contacts: contacts, listings: listings, ties: ties, introductions: introductions, host: host)
  }

  private func pairs(_ network: Network) throws -> [String] {
    try engine(network).matching().candidates.map { "\($0.first)+\($0.second)" }.sorted()
  }

  @Test func `finds the offers that meet a text, best first, and nothing for nonsense`() throws {
    let engine = try engine(network())
    let found = engine.offers(meeting: "comptable bilingue", limit: 10)
    #expect(found.map(\.offer.contact) == ["bruno"])
    #expect(found[0].wordsInCommon == ["comptable", "bilingue"])
    #expect(engine.offers(meeting: "quantum chromodynamics", limit: 10).isEmpty)
    #expect(engine.offers(meeting: "comptable bilingue", limit: 0).isEmpty)
    #expect(engine.needs(metBy: "English translation", limit: 10).map(\.need.contact) == ["bruno"])
  }

  @Test func `suggests who should meet whom`() throws {
    #expect(try pairs(network()) == ["anne+bruno", "bruno+claire"])
    let candidates = try engine(network()).candidates(for: "bruno", limit: 10)
    #expect(Set(candidates.map { $0.other(than: "bruno") }) == ["anne", "claire"])
  }

  @Test func `leaves out a lapsed, paused, met or withdrawn listing`() throws {
    for change: (inout Listing) -> Void in [
      { $0.until = Circle.today.adding(days: -1) }, { $0.state = .paused }, { $0.state = .met },
      { $0.state = .withdrawn },
    ] {
      #expect(try pairs(network { _, listings in change(&listings[0]) }) == ["bruno+claire"])
    }
    #expect(try pairs(network { $1[0].until = Circle.today }) == ["anne+bruno", "bruno+claire"])
  }

  @Test(arguments: Tie.Kind.allCases)
  func `leaves out people who know each other well, but not acquaintances`(kind: Tie.Kind) throws {
    let network = try network(ties: [Tie("anne", "bruno", kind: kind)])
    let isProposed = try pairs(network).contains("anne+bruno")
    #expect(isProposed == (kind == .acquaintance))
    let exclusions = try #require(try engine(network).assessment(of: "bruno", and: "anne")).exclusions
    #expect(exclusions == (kind == .acquaintance ? [] : [.tie(kind)]))
  }

  @Test func `leaves a pair alone after a declined introduction until the cool-down ends`() throws {
    for (age, isProposed) in [(0, false), (364, false), (365, true)] {
      let declined = Introduction(
        "bruno", "anne", state: .declined, day: Circle.today.adding(days: -age), declinedBy: "anne")
      #expect(try pairs(network(introductions: [declined])).contains("anne+bruno") == isProposed)
    }
  }

  @Test func `takes numbers of any size`() throws {
    var settings = Settings.standard
    (settings.choices, settings.capacity, settings.coolDown) = (.max, .max, .max)
    let made = Introduction("bruno", "claire", state: .made, day: Circle.today)
    let engine = try MatchEngine(network(introductions: [made]), asOf: Circle.today, settings: settings)
    #expect(engine.offers(meeting: "comptable bilingue", limit: .max).count == 1)
    #expect(engine.needs(metBy: "comptable bilingue", limit: .min).isEmpty)
    #expect(engine.candidates(for: "bruno", limit: .max).map(\.first) == ["anne"])
    #expect(engine.matching().candidates.map(\.first) == ["anne"])
  }

  @Test func `respects do-not-introduce, of one pair and of a contact`() throws {
    #expect(
      try pairs(network { contacts, _ in contacts[1].doNotIntroduce = .these(["anne"]) }) == ["bruno+claire"])
    #expect(try pairs(network { contacts, _ in contacts[1].doNotIntroduce = .everybody }) == [])
  }

  @Test func `does not introduce the same person to himself`() throws {
    #expect(try pairs(network { contacts, _ in contacts[1].name = "Anné, THE contact" }) == ["bruno+claire"])
    let shared = try network { contacts, _ in
      contacts[0].emails = ["x@example.org"]
      contacts[1].emails = ["X@example.org"]
    }
    #expect(try pairs(shared) == ["bruno+claire"])
    let own = try #require(try engine(shared).assessment(of: "anne", and: "anne"))
    #expect(own.candidate == nil && !own.exclusions.isEmpty)
  }

  @Test func `what holds for one record of a person holds for the others`() throws {
    var contacts = Circle.contacts("anne", "bruno", "bruno2")
    contacts[1].emails = ["bruno@example.org"]
    contacts[2].emails = ["Bruno@example.org"]
    let listings = [Circle.need("anne", "a plumber"), Circle.offer("bruno2", "plumber")]
    func exclusions(_ ties: [Tie] = [], _ introductions: [Introduction] = [], barred: Bool = false) throws
      -> [Exclusion]
    {
      var contacts = contacts
      if barred { contacts[1].doNotIntroduce = .these(["anne"]) }
      let network = try Network(
        contacts: contacts, listings: listings, ties: ties, introductions: introductions)
      return try #require(MatchEngine(network, asOf: Circle.today).assessment(of: "anne", and: "bruno2"))
        .exclusions
    }
    #expect(try exclusions() == [])
    #expect(try exclusions([Tie("anne", "bruno", kind: .friend)]) == [.tie(.friend)])
    #expect(try exclusions(barred: true) == [.doNotIntroduce(by: "bruno")])
    let declined = Introduction("anne", "bruno", state: .declined, day: Circle.today, declinedBy: "anne")
    #expect(try exclusions([], [declined]).count == 1)
  }

  @Test func `a firm's address makes nobody the same person`() throws {
    var contacts = Circle.contacts("anne", "bruno")
    for number in contacts.indices {
      contacts[number].emails = ["contact@firm.example"]
      contacts[number].urls = ["https://firm.example/"]
    }
    #expect(try Network(contacts: contacts).duplicates.isEmpty)
    for number in contacts.indices { contacts[number].urls = ["https://linkedin.example/in/anne"] }
    #expect(try Network(contacts: contacts).duplicates.count == 1)
  }

  @Test func `keeps the host out of introductions, but tells whom the host can help`() throws {
    let network = try network(host: "bruno")
    #expect(try pairs(network) == [])
    #expect(try engine(network).candidates(for: "anne", limit: 10).isEmpty)
    #expect(try engine(network).candidates(for: "bruno", limit: 10).count == 2)
  }

  @Test func `says that a pair has nothing in common, or too little`() throws {
    let engine = try engine(
      network { $1[0].text = "gardener wanted for a very large and neglected château park" })
    #expect(
      engine.assessment(of: "anne", and: "claire")?.exclusions == [.belowThreshold(best: nil, minimum: 0.35)])
    guard case .belowThreshold(let best?, _) = engine.assessment(of: "anne", and: "david")?.exclusions.first
    else {
      Issue.record("anne and david share 'garden' and should be below the threshold")
      return
    }
    #expect(best > 0 && best < 0.35)
    #expect(engine.assessment(of: "anne", and: "nobody") == nil)
  }

  @Test func `answers the same for any order of input and any number of threads`() throws {
    for seed in UInt64(1)...5 {
      var random = SeededRandom(seed: seed)
      let network = try RandomNetwork.make(contacts: 60, using: &random)
      let shuffled = try Network(
        contacts: network.contacts.shuffled(using: &random),
        listings: network.listings.shuffled(using: &random),
        ties: network.ties.shuffled(using: &random), groups: network.groups.shuffled(using: &random),
        introductions: network.introductions.shuffled(using: &random), host: network.host)
      let expected = try engine(network).matching(threads: 1)
      #expect(try engine(shuffled).matching(threads: 2) == expected, "seed \(seed)")
    }
  }

  @Test func `scores a pair the same in the whole matching and alone`() throws {
    for seed in UInt64(1)...5 {
      var random = SeededRandom(seed: seed)
      let engine = try engine(RandomNetwork.make(contacts: 60, using: &random))
      for candidate in engine.matching().candidates {
        let alone = try #require(engine.assessment(of: candidate.second, and: candidate.first))
        #expect(alone.exclusions.isEmpty && alone.candidate?.score == candidate.score, "seed \(seed)")
      }
    }
  }

  @Test func `gives a new engine for changed listings and leaves the old one as it is`() throws {
    let old = try engine(network())
    let offer = Circle.offer("david", "comptable bilingue certifié")
    let new = try old.updating([.add(offer), .remove(listings[1].id), .remove("no such listing")])
    #expect(new.offers(meeting: "comptable bilingue", limit: 5).map(\.offer.contact) == ["david"])
    #expect(old.offers(meeting: "comptable bilingue", limit: 5).map(\.offer.contact) == ["bruno"])
    #expect(new.matching().candidates.map(\.second) == ["claire", "david"])
  }

  @Test func `finds people by anything known about them`() throws {
    let network = try network { contacts, _ in
      contacts[2].headline = "Maraîchère bio"
      contacts[3].notes = "met at the choir"
    }
    let search = ContactSearch(network)
    #expect(search.contacts(matching: "maraichere", limit: 5).map(\.contact.id) == ["claire"])
    #expect(search.contacts(matching: "choir", limit: 5).map(\.field) == ["notes"])
    #expect(search.contacts(matching: "comptables", limit: 5).map(\.contact.id) == ["anne", "bruno"])
    #expect(search.contacts(matching: "xyzzy", limit: 5).isEmpty)
  }
}
