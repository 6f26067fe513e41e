/// Two contacts by number, what introducing them would be worth, and who would gain: a candidate before it is
/// looked into.
package struct ScoredPair: Sendable {
  package let pair: Pair
  package let score: Double
  package let gain: Direction

  /// Who of a pair has a need that the other meets.
  package enum Direction: UInt8, Sendable {
    case first, second, both
  }

  package init(_ pair: Pair, score: Double, gain: Direction) {
    self.pair = pair
    self.score = score
    self.gain = gain
  }

  /// Whether this pair comes before another: the higher score, for equal scores the smaller pair.
  package func precedes(_ other: ScoredPair) -> Bool {
    score != other.score ? score > other.score : pair < other.pair
  }

  /// The contact who isn't `number`.
  package func other(than number: Int) -> Int { number == pair.first ? pair.second : pair.first }

  /// Whether `number` alone gains: the arc of a ring that goes out from it.
  func gainsAlone(_ number: Int) -> Bool {
    number == pair.first ? gain == .first : gain == .second
  }
}
