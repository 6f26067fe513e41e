/// Chooses pairs, and rings of three, so that nobody gets more introductions than he has capacity for and the
/// sum of the scores is as large as can be had in little time.
///
/// Maximum-weight b-matching: greedy, then improved step by step (``LocalImprovement``), then with rings
/// (``RingSearch``). Before rings the sum is never less than half of the largest possible.
package struct BalancedMatching: Sendable {
  /// The chosen pairs, best first.
  package let chosen: [ScoredPair]
  /// The chosen rings, best first.
  package let rings: [Ring]
  /// The pairs that were not chosen, nor meet in a ring, best first.
  package let refused: [Refusal]

  /// Three contacts by number, the smallest first; each needs what the next offers.
  package struct Ring: Sendable {
    package let members: [Int]
    /// The pairs in the members' order: of the first and the second, and so on.
    package let pairs: [ScoredPair]
    package let score: Double
  }

  /// A pair that was not chosen, and whose capacity is used up by those that were.
  package struct Refusal: Sendable {
    package let scored: ScoredPair
    package let full: [Int]
  }

  /// How far to go.
  package enum Effort: Comparable, Sendable {
    case greedy, improved, rings
  }

  /// Chooses among pairs, no two of the same contacts; `capacities` by contact number.
  ///
  /// - Complexity: O(p log p) for p pairs.
  package init(_ pairs: [ScoredPair], capacities: [Int], effort: Effort = .rings) {
    let graph = PairGraph(pairs, contactCount: capacities.count)
    var choice = Choice(graph, capacities: capacities)
    choice.fill()
    if effort >= .improved { LocalImprovement.run(&choice) }
    rings =
      effort < .rings
      ? []
      : RingSearch.run(&choice).map { ring in
        Ring(members: ring.members, pairs: ring.pairs.map { graph.pairs[$0] }, score: ring.score)
      }
    chosen = graph.pairs.indices.lazy.filter { choice.fates[$0] == .chosen }.map { graph.pairs[$0] }
    refused = graph.pairs.indices.lazy.filter { choice.fates[$0] == .left }.map { number in
      let pair = graph.pairs[number].pair
      return Refusal(
        scored: graph.pairs[number],
        full: [pair.first, pair.second].filter { choice.room[$0] == 0 })
    }
  }

  /// The sum of the chosen pairs' scores.
  package var sum: Double { chosen.reduce(0) { $0 + $1.score } }
}
