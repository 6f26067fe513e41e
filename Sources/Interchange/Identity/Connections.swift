internal import Matchmaking

/// What joins contacts to one another while a file's records come in: ties, groups, interactions and
/// introductions; with the positions of the contacts whose record brought something new.
struct Connections {
  /// Those of the network before stand at their places there.
  private var ties: [Tie]
  private var places: [ContactPair: Int] = [:]
  private let tiesBefore: [Tie]
  private var namedTies: [(position: Int, place: Int)] = []
  /// Ties of which a record of the file has said what kind they are.
  private var described: Set<Int> = []
  private var members: [String: Set<Contact.ID>] = [:]
  private var interactions: [Interaction: Int] = [:]
  private var introductions: [IntroductionKey: Introduction] = [:]
  private var thanks: Set<Thanks>
  private var renewed: Set<Int> = []

  init(_ network: Network) {
    (ties, tiesBefore) = (network.ties, network.ties)
    for place in ties.indices { places[ContactPair(ties[place].first, ties[place].second)] = place }
    for group in network.groups { members[group.name] = Set(group.members) }
    for interaction in network.interactions { interactions[interaction, default: 0] += 1 }
    thanks = Set(network.thanks)
    for introduction in network.introductions { introductions[IntroductionKey(introduction)] = introduction }
  }

  /// Adds a contact to a group, which is founded by its first member.
  mutating func add(_ contact: Contact.ID, toGroup name: String, by position: Int) {
    if members[name, default: []].insert(contact).inserted { renewed.insert(position) }
  }

  /// Says that what follows is in another file, which may be a newer one.
  mutating func beginFile() { described = [] }

  /// Adds a tie, or what is newly said of a known one. Of what one file says of a tie the closest counts: who is a friend and a
  /// colleague is a friend.
  mutating func add(
    tie kind: Tie.Kind?, since: Day?, byHost: Bool = false, _ one: Contact.ID, _ other: Contact.ID,
    by position: Int
  ) {
    add(tie: kind, since: since, byHost: byHost, at: place(of: one, other), by: position)
  }

  private mutating func add(tie kind: Tie.Kind?, since: Day?, byHost: Bool, at place: Int, by position: Int) {
    // What the host has typed holds, also against what an older export says that he had.
    if ties[place].byHost, !byHost || place < tiesBefore.count { return }
    if let kind {
      let isNews = described.insert(place).inserted || ties[place].byHost != byHost
      ties[place].kind = isNews ? kind : Self.closer(kind, ties[place].kind)
    }
    ties[place].byHost = byHost
    ties[place].since = since ?? ties[place].since
    namedTies.append((position, place))
  }

  private static func closer(_ one: Tie.Kind, _ other: Tie.Kind) -> Tie.Kind {
    // From closest to loosest.
    Tie.Kind.allCases.first { $0 == one || $0 == other } ?? one
  }

  /// Adds a tie since a day on which the two had met at the latest: a known tie keeps an earlier day.
  mutating func add(connectionSince day: Day, _ one: Contact.ID, _ other: Contact.ID, by position: Int) {
    let place = place(of: one, other)
    let known = ties[place].since
    add(tie: nil, since: min(known ?? day, day), byHost: false, at: place, by: position)
  }

  /// Where the tie of two contacts stands; it is made if there is none.
  private mutating func place(of one: Contact.ID, _ other: Contact.ID) -> Int {
    let pair = ContactPair(one, other)
    if let place = places[pair] { return place }
    places[pair] = ties.count
    ties.append(Tie(pair.first, pair.second))
    return ties.count - 1
  }

  /// Since when two contacts have known each other, if that is known.
  func since(_ one: Contact.ID, _ other: Contact.ID) -> Day? {
    places[ContactPair(one, other)].flatMap { ties[$0].since }
  }

  /// Makes room for so many ties more.
  mutating func reserve(ties count: Int) {
    ties.reserveCapacity(ties.count + count)
    places.reserveCapacity(places.count + count)
  }

  /// Sees to it that each thing stands here as often as in one record, however often the file, or the network
  /// already, repeats that record.
  mutating func add(_ tally: Tally, by position: Int) {
    for (interaction, count) in tally.interactions where interactions[interaction, default: 0] < count {
      interactions[interaction] = count
      renewed.insert(position)
    }
  }

  /// Adds an introduction; one that is known goes on from where it is, and never back.
  mutating func add(_ introduction: Introduction, by position: Int) {
    let key = IntroductionKey(introduction)
    if let known = introductions[key], !known.state.leads(to: introduction.state) { return }
    introductions[key] = introduction
    renewed.insert(position)
  }

  /// Adds thanks for a favour.
  mutating func add(_ thanks: Thanks, by position: Int) {
    if self.thanks.insert(thanks).inserted { renewed.insert(position) }
  }

  /// Two contacts have one introduction of a day.
  private struct IntroductionKey: Hashable {
    let pair: ContactPair
    let since: Day

    init(_ introduction: Introduction) {
      pair = ContactPair(introduction.first, introduction.second)
      since = introduction.since
    }
  }

  /// How often one record names each interaction: two calls on one day are two calls.
  struct Tally {
    var interactions: [Interaction: Int] = [:]
  }

  /// The contacts whose record brought something new.
  func positionsOfNews() -> Set<Int> {
    var positions = renewed
    for (position, place) in namedTies where place >= tiesBefore.count || ties[place] != tiesBefore[place] {
      positions.insert(position)
    }
    return positions
  }

  /// The network of the given contacts and listings, joined as recorded here.
  func network(
    _ contacts: consuming [Contact], _ listings: consuming [Listing], host: Contact.ID?
  ) throws(NetworkError) -> Network {
    try Network(
      contacts: contacts, listings: listings, ties: ties,
      groups: members.map { Group(name: $0.key, members: Array($0.value)) },
      interactions: interactions.flatMap { Array(repeating: $0.key, count: $0.value) },
      introductions: Array(introductions.values), thanks: Array(thanks), host: host)
  }
}
