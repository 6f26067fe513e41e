/// Scored pairs as a graph of contacts: pairs are numbered best first, so that a smaller number is a better
/// pair.
struct PairGraph: Sendable {
  /// The pairs, best first.
  let pairs: [ScoredPair]
  let contactCount: Int
  /// Where each contact's stretch of the arrays below begins.
  private let starts: [Int]
  /// The pairs of each contact, best first.
  private let ranked: [Int32]
  /// The other contact of each of a contact's pairs, rising, and the pair's number.
  private let others: [Int32]
  private let numbers: [Int32]

  /// - Complexity: O(p log p) for p pairs.
  init(_ pairs: [ScoredPair], contactCount: Int) {
    let pairs = pairs.sorted { $0.precedes($1) }
    self.pairs = pairs
    self.contactCount = contactCount
    var starts = [Int](repeating: 0, count: contactCount + 1)
    for scored in pairs {
      starts[scored.pair.first + 1] += 1
      starts[scored.pair.second + 1] += 1
    }
    for contact in 0..<contactCount { starts[contact + 1] += starts[contact] }
    self.starts = starts

    var ranked = [Int32](repeating: 0, count: 2 * pairs.count)
    var next = starts
    for (number, scored) in pairs.enumerated() {
      for contact in [scored.pair.first, scored.pair.second] {
        ranked[next[contact]] = Int32(number)
        next[contact] += 1
      }
    }
    self.ranked = ranked

    // Handing every contact's pairs on to the other side, contact by contact, sorts them by contact.
    var others = ranked
    var numbers = ranked
    next = starts
    for contact in 0..<contactCount {
      for place in starts[contact]..<starts[contact + 1] {
        let other = pairs[Int(ranked[place])].other(than: contact)
        others[next[other]] = Int32(contact)
        numbers[next[other]] = ranked[place]
        next[other] += 1
      }
    }
    self.others = others
    self.numbers = numbers
  }

  /// The pairs of a contact, best first.
  func pairs(of contact: Int) -> ArraySlice<Int32> { ranked[starts[contact]..<starts[contact + 1]] }

  /// How many pairs a contact has.
  func degree(_ contact: Int) -> Int { starts[contact + 1] - starts[contact] }

  /// A contact's n-th best pair.
  func pair(_ place: Int, of contact: Int) -> Int { Int(ranked[starts[contact] + place]) }

  /// Which of a contact's pairs, best first, has a number.
  func place(of number: Int, in contact: Int) -> Int {
    Self.search(ranked, starts[contact]..<starts[contact + 1], for: Int32(number)) - starts[contact]
  }

  /// The pair of two contacts, if it is among the pairs.
  ///
  /// - Complexity: O(log n) for n pairs of the contact that has fewer.
  func pair(of one: Int, and other: Int) -> Int? {
    let (few, many) = degree(one) <= degree(other) ? (one, other) : (other, one)
    let end = starts[few + 1]
    let place = Self.search(others, starts[few]..<end, for: Int32(many))
    return place < end && others[place] == many ? Int(numbers[place]) : nil
  }

  /// The first place whose value isn't below another, in a stretch that rises.
  private static func search(_ values: [Int32], _ stretch: Range<Int>, for value: Int32) -> Int {
    var (low, high) = (stretch.lowerBound, stretch.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
