import Interchange
import Matchmaking
import TestSupport

/// Networks with every part and field filled at random, empty and odd values among them.
struct AnyNetwork {
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  mutating func make() throws -> Network {
    let count = Int.random(in: 1...12, using: &random)
    let ids = (0..<count).map { Contact.ID("\(any(["c", "é ", "'", "\""]))\($0)") }
    var listings: [Listing] = []
    let contacts = ids.map { contact($0, ids, &listings) }
    // As every network that came in by an import or by hand, it holds what its contacts imply.
    for contact in contacts { listings = Implications.applied(to: listings, of: contact) }
    var ties: [Tie] = []
    var interactions: [Interaction] = []
    var introductions: [Introduction] = []
    var thanks: [Thanks] = []
    for (index, one) in ids.enumerated() {
      for other in ids[..<index] where chance(3) {
        ties.append(
          Tie(one, other, kind: any(Tie.Kind.allCases), since: chance(2) ? day() : nil, byHost: chance(3)))
        let interaction = Interaction(
          one, other, day: day(), kind: any(Interaction.Kind.allCases), from: any([nil, one, other]),
          note: chance(2) ? odd() : nil)
        interactions += Array(repeating: interaction, count: Int.random(in: 0...2, using: &random))
        let state = any(Introduction.State.allCases)
        introductions.append(
          Introduction(
            one, other, state: state, day: day(), since: Day("1990-01-01"),
            subject: chance(2)
              ? Introduction.Subject(need: "n", offer: "o", relevance: chance(2) ? 0.625 : nil) : nil,
            asked: chance(2) ? any([one, other]) : nil,
            declinedBy: state == .declined ? any([one, other]) : nil, reason: chance(2) ? odd() : nil))
        thanks.append(Thanks(from: one, to: other, day: day(), favour: chance(2) ? odd() : nil))
      }
    }
    let groups = (0..<3).map { number in
      Group(name: "\(odd()) group \(number)", members: [any(ids)] + ids.filter { _ in chance(3) })
    }
    return try Network(
      contacts: contacts, listings: listings, ties: ties, groups: groups, interactions: interactions,
      introductions: introductions, thanks: thanks, host: chance(2) ? any(ids) : nil)
  }

  private mutating func contact(
    _ id: Contact.ID, _ ids: [Contact.ID], _ listings: inout [Listing]
  ) -> Contact {
    for number in 0..<Int.random(in: 0...3, using: &random) {
      let since = day()
      listings.append(
        Listing(
          id: Listing.ID("\(id)/\(number)"), contact: id, kind: any(Listing.Kind.allCases),
          text: odd() + "x", basis: any(Listing.Basis.allCases),
          source: any([nil, nil] + Listing.Source.allCases), evidence: chance(3) ? odd() : nil,
          urgency: any(Listing.Urgency.allCases),
          since: chance(2) ? since : nil, until: chance(2) ? since.adding(days: 9) : nil,
          visibility: any(Listing.Visibility.allCases), terms: any([nil] + Listing.Terms.allCases),
          state: any(Listing.State.allCases), byHost: chance(3), unknownFields: unknownFields()))
    }
    let point = chance(2) ? Double.random(in: -90...90, using: &random) : nil
    return Contact(
      id: id, name: name(), headline: maybe(), organisation: maybe(),
      place: chance(2)
        ? Place(locality: maybe(), region: maybe(), country: maybe(), latitude: point, longitude: point)
        : nil,
      // Addresses that several contacts share must not join those contacts.
      languages: texts(), emails: texts() + (chance(3) ? ["shared@example.org"] : []), phones: texts(),
      urls: texts() + (chance(3) ? ["https://linkedin.com/in/shared"] : []),
      sponsor: chance(3) ? any([nil] + ids.filter { $0 != id }.map { .some($0) }) : nil,
      capacity: any([nil, 0, 7]),
      notes: any([
        maybe(), "Looking for a flat. Can help with tax returns.", "Cherche un local, propose du miel.",
      ]),
      lastContact: chance(2) ? day() : nil,
      doNotIntroduce: any([.none, .everybody, .these([]), .these([any(ids), any(ids)])]),
      aliases: chance(3) ? [Contact.ID("also \(id)")] : [],
      sources: FieldSources(
        "one.csv", except: chance(2) ? [.name: "host", any(fields.filter { $0 != .name }): "two.csv"] : [:]),
      unknownFields: unknownFields())
  }

  private let fields = FieldSources.Field.allCases

  private mutating func unknownFields() -> [String: String] {
    chance(3) ? ["\(odd())?": any(["1.0", "\"x\"", "{ \"a\" : [ ] }", "null"]), "z": "2"] : [:]
  }

  private mutating func odd() -> String {
    any([
      "", " ", "é", "=1+1", "'=x", "a;b", "a,\"b\"", "line\nline", "\t", "\u{1F}\u{7F}", "عربي 😀", "\\u0041",
    ])
  }

  /// No control characters: a record's name has none.
  private mutating func name() -> String {
    any(["", " ", "é", "=1+1", "'=x", "a;b", "a,\"b\"", "عربي 😀", "\\u0041"])
  }

  private mutating func maybe() -> String? { chance(2) ? odd() : nil }
  private mutating func texts() -> [String] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in odd() }
  }
  private mutating func day() -> Day { Day(number: Int.random(in: 10_000...20_000, using: &random)) }
  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
  private mutating func any<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }
}
