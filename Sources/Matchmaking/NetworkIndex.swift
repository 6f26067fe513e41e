/// A network by dense numbers: contact n is the n-th by identifier, and its current listings stand together.
///
/// Built once for an engine; holds what scoring one pair needs without a look-up by text.
struct NetworkIndex: Sendable {
  let network: Network
  /// Current needs and offers, contact by contact, for one contact by identifier.
  let needs: [Listing]
  let offers: [Listing]
  /// The number of the contact whose need or offer it is.
  let needOwners: [Int]
  let offerOwners: [Int]
  /// The needs and offers of each contact.
  let needsOf: [Range<Int>]
  let offersOf: [Range<Int>]
  /// The groups of each contact, by their place in `network.groups`, rising.
  let groupsOf: [[Int]]
  let host: Int?

  private let numbers: [Contact.ID: Int]
  private let ties: [Pair: Tie]
  private let introductions: [Pair: Introduction]
  /// The introductions with an outcome that each listing led to, by their place in `network.introductions`.
  private let outcomes: [Listing.ID: [Int]]
  /// What tells contacts apart, if each has its own: mail addresses, web addresses, names.
  private let marks: [String]
  /// The marks of each contact, by their place in `marks`.
  private let marksOf: [[Int]]

  init(_ network: Network, asOf day: Day) {
    self.network = network
    let numbers = Dictionary(
      uniqueKeysWithValues: zip(network.contacts.lazy.map(\.id), network.contacts.indices))
    self.numbers = numbers
    host = network.host.flatMap { numbers[$0] }

    let current = network.listings.filter { $0.isCurrent(asOf: day) }
    (needs, needOwners, needsOf) = Self.byContact(current.filter { $0.kind == .need }, numbers)
    (offers, offerOwners, offersOf) = Self.byContact(current.filter { $0.kind == .offer }, numbers)

    var groupsOf = [[Int]](repeating: [], count: network.contacts.count)
    for (group, members) in network.groups.lazy.map(\.members).enumerated() {
      for member in members { numbers[member].map { groupsOf[$0].append(group) } }
    }
    self.groupsOf = groupsOf

    func pair(_ one: Contact.ID, _ other: Contact.ID) -> Pair? {
      guard let one = numbers[one], let other = numbers[other] else { return nil }
      return Pair(one, other)
    }
    var ties: [Pair: Tie] = [:]
    for tie in network.ties { pair(tie.first, tie.second).map { ties[$0] = tie } }
    self.ties = ties
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
    (marks, marksOf) = Self.marks(of: network.contacts)
  }

  func number(of id: Contact.ID) -> Int? { numbers[id] }

  func contact(_ number: Int) -> Contact { network.contacts[number] }

  func tie(_ pair: Pair) -> Tie? { ties[pair] }

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

  /// The groups that both belong to, rising.
  func sharedGroups(_ pair: Pair) -> [Int] {
    let (one, other) = (groupsOf[pair.first], groupsOf[pair.second])
    return one.isEmpty || other.isEmpty ? [] : one.filter(other.contains)
  }

  /// What makes two records look like one contact, if anything does: an address, or the whole name.
  func sameness(_ pair: Pair) -> String? {
    let other = marksOf[pair.second]
    guard let shared = marksOf[pair.first].first(where: other.contains) else { return nil }
    return "both have \(marks[shared])"
  }

  private static func marks(of contacts: [Contact]) -> ([String], [[Int]]) {
    var marks: [String] = []
    var numbers: [String: Int] = [:]
    let marksOf = contacts.map { contact in
      let addresses = (contact.emails + contact.urls).map { (key: $0.lowercased(), label: $0) }
      // The order of first and last name differs from source to source.
      let words = contact.name.folded.split(separator: " ").sorted().joined(separator: " ")
      let name = words.isEmpty ? [] : [(key: "name: \(words)", label: "the name \(contact.name)")]
      return (addresses + name).map { key, label in
        if let number = numbers[key] { return number }
        numbers[key] = marks.count
        marks.append(label)
        return marks.count - 1
      }
    }
    return (marks, marksOf)
  }

  private static func byContact(
    _ listings: [Listing], _ numbers: [Contact.ID: Int]
  ) -> ([Listing], [Int], [Range<Int>]) {
    // Listings come by identifier, and the sort is stable.
    let owned = listings.compactMap { listing in numbers[listing.contact].map { (listing, $0) } }
      .sorted { $0.1 < $1.1 }
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(numbers.count)
    var start = 0
    for contact in 0..<numbers.count {
      var end = start
      while end < owned.count, owned[end].1 == contact { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    return (owned.map(\.0), owned.map(\.1), ranges)
  }
}
