/// Which of the pairs are chosen, and how much room everybody has left.
struct Choice {
  let graph: PairGraph
  /// How many more introductions each contact takes.
  private(set) var room: [Int]
  /// What became of each pair.
  private(set) var fates: [Fate]
  /// The chosen pairs of each contact, best first.
  private(set) var chosenOf: [[Int32]]
  /// Before this place among a contact's pairs, best first, none is open.
  private var firstOpen: [Int32]

  enum Fate: UInt8 {
    case left, chosen
    /// The two meet in a ring.
    case inRing
  }

  init(_ graph: PairGraph, capacities: [Int]) {
    self.graph = graph
    room = capacities
    fates = Array(repeating: .left, count: graph.pairs.count)
    chosenOf = Array(repeating: [], count: graph.contactCount)
    firstOpen = Array(repeating: 0, count: graph.contactCount)
  }

  /// The sum of the chosen pairs' scores.
  var sum: Double {
    graph.pairs.indices.reduce(0) { fates[$1] == .chosen ? $0 + graph.pairs[$1].score : $0 }
  }

  /// Greedy b-matching: takes the best pair for which both contacts have room, until none is left.
  ///
  /// Begun with nothing, the sum is at least half of the largest possible (Avis, "A Survey of Heuristics for
  /// the Weighted Matching Problem", 1983, whose proof carries over to capacities).
  ///
  /// - Complexity: O(p) for p pairs.
  mutating func fill() {
    for (number, scored) in graph.pairs.enumerated()
    where fates[number] == .left && room[scored.pair.first] > 0 && room[scored.pair.second] > 0 {
      take(number)
    }
  }

  mutating func take(_ number: Int) {
    fates[number] = .chosen
    let pair = graph.pairs[number].pair
    for contact in [pair.first, pair.second] {
      room[contact] -= 1
      let place = chosenOf[contact].firstIndex { $0 > number } ?? chosenOf[contact].endIndex
      chosenOf[contact].insert(Int32(number), at: place)
    }
  }

  /// Gives a chosen pair up. Whoever has room afterwards that he hadn't before is to be told of by
  /// ``open(_:)``.
  mutating func drop(_ number: Int) {
    fates[number] = .left
    let pair = graph.pairs[number].pair
    for contact in [pair.first, pair.second] {
      room[contact] += 1
      chosenOf[contact].remove(at: chosenOf[contact].firstIndex(of: Int32(number))!)
    }
  }

  /// Puts a pair into a ring; its room is taken apart from it.
  mutating func putInRing(_ number: Int) { fates[number] = .inRing }

  /// Takes one introduction's room, for a ring.
  mutating func takeRoom(of contact: Int) { room[contact] -= 1 }

  /// A contact's best pair that is left and whose other contact has room, whether or not the contact itself
  /// has.
  mutating func bestOpen(of contact: Int) -> Int? {
    let count = graph.degree(contact)
    var place = Int(firstOpen[contact])
    while place < count {
      let number = graph.pair(place, of: contact)
      if fates[number] == .left, room[graph.pairs[number].other(than: contact)] > 0 {
        firstOpen[contact] = Int32(place)
        return number
      }
      place += 1
    }
    firstOpen[contact] = Int32(count)
    return nil
  }

  /// Notes that a contact has got room: pairs with it are open again.
  ///
  /// - Complexity: O(n log n) for its n pairs.
  mutating func open(_ contact: Int) {
    for number in graph.pairs(of: contact) where fates[Int(number)] == .left {
      let other = graph.pairs[Int(number)].other(than: contact)
      firstOpen[other] = min(firstOpen[other], Int32(graph.place(of: Int(number), in: other)))
    }
  }
}
