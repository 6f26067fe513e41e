/// A network by dense numbers: contact n is the n-th by identifier, and its current listings stand together.
///
/// Built once for an engine; holds what scoring one pair needs without a look-up by text.
struct NetworkIndex: Sendable {
  let network: Network
  /// Current needs and offers.
  private(set) var needs: ListingTable
  private(set) var offers: ListingTable
  /// The groups of each contact, by their place in `network.groups`, rising.
  private let groupsOf: [[Int]]
  /// How many members each group has.
  private let groupSizes: [Int]
  let host: Int?

  private let numbers: [Contact.ID: Int]
  private let ties: [Pair: Tie]
  /// The contacts that each is tied to or was in touch with, rising, with the ties' strengths.
  private let neighboursOf: [[Neighbour]]
  private let sponsorOf: [Int?]
  private let languagesOf: [Languages]
  private let lastTouch: [Pair: Day]
  /// How many steps of ties or interactions each contact is away from the host; nil if no chain is known, or no host.
  let degrees: [Int?]

  /// Somebody a contact is tied to, or was in touch with.
  struct Neighbour {
    let contact: Int
    let strength: Double
    /// Whether a tie is recorded, not only interactions.
    let isTied: Bool
  }

  /// Who thanked each contact, each once, rising.
  private let thankersOf: [[Int]]
  private let introductions: [Pair: Introduction]
  /// The introductions with an outcome that each listing led to, by their place in `network.introductions`.
  private let outcomes: [Listing.ID: [Int]]
  /// Which contacts look like one person.
  let sameness: Sameness
  /// The other records that look like a contact's own.
  let aliases: [Int: [Int]]

  /// - Parameter whole: what is known of the whole network where this is a part of it.
  init(_ network: Network, asOf day: Day, partOf whole: NetworkPart.Whole? = nil) {
    self.network = network
    let numbers = Dictionary(
      uniqueKeysWithValues: zip(network.contacts.lazy.map(\.id), network.contacts.indices))
    self.numbers = numbers
    host = network.host.flatMap { numbers[$0] }

    let current = network.listings.filter { $0.isCurrent(asOf: day) }
    needs = ListingTable(current.filter { $0.kind == .need }, of: numbers)
    offers = ListingTable(current.filter { $0.kind == .offer }, of: numbers)

    var groupsOf = [[Int]](repeating: [], count: network.contacts.count)
    for (group, members) in network.groups.lazy.map(\.members).enumerated() {
      for member in members { numbers[member].map { groupsOf[$0].append(group) } }
    }
    self.groupsOf = groupsOf
    groupSizes = network.groups.map { whole?.groupSizes[$0.name] ?? $0.members.count }

    func pair(_ one: Contact.ID, _ other: Contact.ID) -> Pair? {
      guard let one = numbers[one], let other = numbers[other] else { return nil }
      return Pair(one, other)
    }
    var ties: [Pair: Tie] = [:]
    for tie in network.ties { pair(tie.first, tie.second).map { ties[$0] = tie } }
    self.ties = ties
    var ages: [Pair: [Int]] = [:]
    var lastTouch: [Pair: Day] = [:]
    for interaction in network.interactions where interaction.day <= day {
      pair(interaction.first, interaction.second).map {
        ages[$0, default: []].append(day.number - interaction.day.number)
        lastTouch[$0] = interaction.day
      }
    }
    var neighboursOf = [[Neighbour]](repeating: [], count: network.contacts.count)
    for pair in Set(ties.keys).union(ages.keys).sorted() {
      let strength = TieStrength.of(ties[pair]?.kind, ages: (ages[pair] ?? []).sorted())
      for (contact, other) in [(pair.first, pair.second), (pair.second, pair.first)] {
        neighboursOf[contact].append(
          Neighbour(contact: other, strength: strength, isTied: ties[pair] != nil))
      }
    }
    self.lastTouch = lastTouch
    degrees = Self.degrees(from: host, neighboursOf)
    self.neighboursOf = neighboursOf.map { $0.sorted { $0.contact < $1.contact } }
    sponsorOf = network.contacts.map { $0.sponsor.flatMap { numbers[$0] } }
    languagesOf = network.contacts.map(Languages.init)
    var thankers = [Set<Int>](repeating: [], count: network.contacts.count)
    for thanks in network.thanks where thanks.day <= day {
      if let from = numbers[thanks.from], let to = numbers[thanks.to] { thankers[to].insert(from) }
    }
    thankersOf = thankers.map { $0.sorted() }
    // Introductions of a pair are in order of day: the latest one stays.
    var introductions: [Pair: Introduction] = [:]
    var outcomes: [Listing.ID: [Int]] = [:]
    for (number, introduction) in network.introductions.enumerated() where introduction.day <= day {
      pair(introduction.first, introduction.second).map { introductions[$0] = introduction }
      guard let subject = introduction.subject, !introduction.state.isOpen else { continue }
      for listing in [subject.need, subject.offer] { outcomes[listing, default: []].append(number) }
    }
    self.introductions = introductions
    self.outcomes = outcomes
    sameness = Sameness(of: network.contacts)
    aliases =
      whole.map { whole in
        Dictionary(
          uniqueKeysWithValues: whole.aliases.compactMap { id, others in
            numbers[id].map { ($0, others.compactMap { numbers[$0] }.sorted()) }
          })
      } ?? sameness.aliases
  }

  func number(of id: Contact.ID) -> Int? { numbers[id] }

  /// Adds a need or an offer of a contact.
  mutating func add(_ listing: Listing, of contact: Int) {
    switch listing.kind {
    case .need: needs.add(listing, of: contact)
    case .offer: offers.add(listing, of: contact)
    }
  }

  /// The number of a contact's need or offer; nil if it isn't current.
  func number(of listing: Listing, of contact: Int) -> Int? {
    switch listing.kind {
    case .need: needs.number(of: listing.id, of: contact)
    case .offer: offers.number(of: listing.id, of: contact)
    }
  }

  /// Takes a need or an offer out, by its number.
  mutating func withdraw(_ kind: Listing.Kind, _ number: Int) {
    switch kind {
    case .need: needs.withdraw(number)
    case .offer: offers.withdraw(number)
    }
  }

  func contact(_ number: Int) -> Contact { network.contacts[number] }

  func tie(_ pair: Pair) -> Tie? { ties[pair] }

  /// A contact and the records that look like its own: what holds for one of them holds for all.
  func records(of contact: Int) -> [Int] { [contact] + (aliases[contact] ?? []) }

  /// The latest introduction of a pair.
  func introduction(_ pair: Pair) -> Introduction? { introductions[pair] }

  /// What earlier introductions for a need or an offer teach, each once.
  func experience(_ need: Listing.ID?, _ offer: Listing.ID?) -> Experience {
    guard !outcomes.isEmpty else { return .none }
    let numbers = Set([need, offer].compactMap(\.self).flatMap { outcomes[$0] ?? [] })
    guard !numbers.isEmpty else { return .none }
    return Experience(
      of: numbers.sorted().map { network.introductions[$0] }.sorted { $0.day < $1.day })
  }

  /// Whether two contacts can talk, as far as their languages are known.
  func haveLanguageInCommon(_ one: Int, _ other: Int) -> Bool {
    languagesOf[one].areShared(with: languagesOf[other])
  }

  /// Whom a contact is tied to or was in touch with, rising.
  func neighbours(of contact: Int) -> [Neighbour] { neighboursOf[contact] }

  /// What joins two contacts who know each other.
  func link(_ pair: Pair) -> Path.Link {
    Path.Link(
      kind: ties[pair]?.kind, lastTouch: lastTouch[pair],
      strength: neighboursOf[pair.first].first { $0.contact == pair.second }?.strength ?? 0)
  }

  private static func degrees(from host: Int?, _ neighboursOf: [[Neighbour]]) -> [Int?] {
    var degrees = [Int?](repeating: nil, count: neighboursOf.count)
    var front = host.map { [$0] } ?? []
    for contact in front { degrees[contact] = 0 }
    for step in 1... {
      var next: [Int] = []
      for contact in front {
        for neighbour in neighboursOf[contact] where degrees[neighbour.contact] == nil {
          degrees[neighbour.contact] = step
          next.append(neighbour.contact)
        }
      }
      if next.isEmpty { break }
      front = next
    }
    return degrees
  }

  /// What links a pair.
  ///
  /// - Complexity: O(groups and ties of the two).
  func links(_ pair: Pair) -> Links {
    var links = Links()
    let (one, other) = (groupsOf[pair.first], groupsOf[pair.second])
    if !one.isEmpty, !other.isEmpty {
      links.groups = one.filter(other.contains)
      links.groupSizes = links.groups.map { groupSizes[$0] }
    }
    let (mine, theirs) = (neighboursOf[pair.first], neighboursOf[pair.second])
    links.tie = mine.first { $0.contact == pair.second }?.strength ?? 0
    var next = theirs.startIndex
    for neighbour in mine where neighbour.contact != host {
      while next < theirs.endIndex, theirs[next].contact < neighbour.contact { next += 1 }
      guard next < theirs.endIndex else { break }
      if theirs[next].contact == neighbour.contact {
        links.paths.append((neighbour.contact, neighbour.strength * theirs[next].strength))
        if neighbour.isTied, theirs[next].isTied { links.commonTies += 1 }
      }
    }
    let (sponsor, otherSponsor) = (sponsorOf[pair.first], sponsorOf[pair.second])
    if let sponsor, sponsor == otherSponsor || sponsor == pair.second {
      links.sponsor = sponsor
    } else if otherSponsor == pair.first {
      links.sponsor = pair.first
    }
    let thankers = (thankersOf[pair.first], thankersOf[pair.second])
    if !thankers.0.isEmpty || !thankers.1.isEmpty {
      links.thankers = Set(thankers.0 + thankers.1).subtracting([pair.first, pair.second]).count
    }
    return links
  }
}
