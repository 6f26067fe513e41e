/// Greedy b-matching: takes the best pair for which both contacts have room, until none is left.
///
/// The sum of the scores is at least half of the largest possible (Avis, "A Survey of Heuristics for the
/// Weighted Matching Problem", 1983, whose proof carries over to capacities).
enum GreedyMatching {
  /// A pair with its score, by contact numbers.
  struct Edge {
    let pair: Pair
    let score: Double

    /// Whether this edge comes before another: the higher score, for equal scores the smaller pair.
    func precedes(_ other: Edge) -> Bool {
      score != other.score ? score > other.score : pair < other.pair
    }
  }

  /// An edge that was not taken, and whose capacity was used up when its turn came.
  struct Refusal {
    let edge: Edge
    let full: [Int]
  }

  /// Chooses among the edges; `capacities` by contact number.
  ///
  /// - Complexity: O(e log e) for e edges.
  static func run(_ edges: [Edge], capacities: [Int]) -> (chosen: [Edge], refused: [Refusal]) {
    var room = capacities
    var chosen: [Edge] = []
    var refused: [Refusal] = []
    for edge in edges.sorted(by: { $0.precedes($1) }) {
      let full = [edge.pair.first, edge.pair.second].filter { room[$0] == 0 }
      if full.isEmpty {
        room[edge.pair.first] -= 1
        room[edge.pair.second] -= 1
        chosen.append(edge)
      } else {
        refused.append(Refusal(edge: edge, full: full))
      }
    }
    return (chosen, refused)
  }
}
