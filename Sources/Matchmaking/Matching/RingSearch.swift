import Foundation

/// Finds rings of three: one contact needs what the next offers, that one what the third offers, and the
/// third what the first does, while no two of them have something for each other.
///
/// A ring is an introduction of three: it takes one introduction's room from each, where its three pairs
/// would take two. It takes the place of the chosen pairs among its three, whose needs it meets as well, and
/// is made where the three gain more by it than they do by those pairs. As a choice to which nothing can be
/// added has a chosen pair in every such three, for else one of their pairs would have been taken, it is
/// enough to look around the chosen pairs.
struct RingSearch {
  /// Three contacts by number, the smallest first; each needs what the next offers.
  let members: [Int]
  /// The pairs' numbers, in the members' order: of the first and the second, and so on.
  let pairs: [Int]
  /// The geometric mean of the pairs' scores.
  let score: Double

  /// Makes the rings that are worth it, best first, and fills the room that they leave.
  ///
  /// - Returns: the rings, best first; for equal scores the smaller members.
  /// - Complexity: O(k · n log n) for k chosen pairs and n pairs of a contact, and O(r log r) for r rings found.
  static func run(_ choice: inout Choice) -> [RingSearch] {
    let made = all(around: choice).filter { $0.join(&choice) }
    if !made.isEmpty { choice.fill() }
    return made
  }

  /// All rings that have a chosen pair, best first.
  static func all(around choice: Choice) -> [RingSearch] {
    let graph = choice.graph
    var rings: [RingSearch] = []
    for (number, scored) in graph.pairs.enumerated()
    where choice.fates[number] == .chosen && scored.gain != .both {
      let (one, two) =
        scored.gain == .first
        ? (scored.pair.first, scored.pair.second) : (scored.pair.second, scored.pair.first)
      for second in graph.pairs(of: two).lazy.map(Int.init) where graph.pairs[second].gainsAlone(two) {
        let three = graph.pairs[second].other(than: two)
        guard let third = graph.pair(of: three, and: one), graph.pairs[third].gainsAlone(three),
          // Found once: by the best of its chosen pairs.
          ![second, third].contains(where: { $0 < number && choice.fates[$0] == .chosen })
        else { continue }
        rings.append(RingSearch([one, two, three], [number, second, third], in: graph))
      }
    }
    return rings.sorted {
      $0.score != $1.score ? $0.score > $1.score : $0.members.lexicographicallyPrecedes($1.members)
    }
  }

  private init(_ members: [Int], _ pairs: [Int], in graph: PairGraph) {
    let start = members.firstIndex(of: members.min()!)!
    self.members = Array(members[start...] + members[..<start])
    self.pairs = Array(pairs[start...] + pairs[..<start])
    score = Self.score(self.pairs.map { graph.pairs[$0].score })
  }

  /// The geometric mean of three scores.
  static func score(_ scores: [Double]) -> Double { scores.reduce(1) { $0 * cbrt($1) } }

  /// Takes the place of the chosen pairs among the three, if there is room and they gain by it.
  private func join(_ choice: inout Choice) -> Bool {
    // Two who meet in one ring needn't meet in another.
    guard !pairs.contains(where: { choice.fates[$0] == .inRing }) else { return false }
    let given = pairs.filter { choice.fates[$0] == .chosen }
    let gained = 3 * score
    guard gained > given.reduce(0, { $0 + choice.graph.pairs[$1].score }) else { return false }
    for member in members where choice.room[member] == 0 {
      guard given.contains(where: { choice.graph.pairs[$0].pair.contains(member) }) else { return false }
    }
    for pair in given { choice.drop(pair) }
    for pair in pairs { choice.putInRing(pair) }
    for member in members { choice.takeRoom(of: member) }
    return true
  }
}
