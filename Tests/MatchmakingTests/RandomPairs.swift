import Matchmaking
import TestSupport

/// Pairs with scores and capacities made up by a seed; all scores differ.
struct RandomPairs {
  var pairs: [ScoredPair] = []
  var capacities: [Int]

  /// How the scores are spread.
  enum Spread: CaseIterable {
    /// Anything from 0 to 1.
    case even
    /// Nearly all the same, where taking the best first is most often wrong.
    case narrow
    /// Few that are high.
    case skewed
  }

  init(contacts: ClosedRange<Int>, pairs: ClosedRange<Int>, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let count = Int.random(in: contacts, using: &random)
    capacities = (0..<count).map { _ in Int.random(in: 0...3, using: &random) }
    let spread = Spread.allCases.randomElement(using: &random)!
    var seen: Set<Pair> = []
    for _ in 0..<Int.random(in: pairs, using: &random) {
      let (one, other) = (
        Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random)
      )
      let value = Double.random(in: 0..<1, using: &random)
      let gain: ScoredPair.Direction = [.first, .second, .both].randomElement(using: &random)!
      guard one != other, seen.insert(Pair(one, other)).inserted else { continue }
      let score =
        switch spread {
        case .even: value
        case .narrow: 0.5 + value / 20
        case .skewed: value * value * value * value
        }
      self.pairs.append(ScoredPair(Pair(one, other), score: score, gain: gain))
    }
  }

  /// The same network, its contacts numbered by a permutation and its pairs in another order.
  func renumbered(_ numbers: [Int], using random: inout SeededRandom) -> RandomPairs {
    var renumbered = self
    for (old, new) in numbers.enumerated() { renumbered.capacities[new] = capacities[old] }
    renumbered.pairs = pairs.map { scored in
      let (first, second) = (numbers[scored.pair.first], numbers[scored.pair.second])
      let isTurned = first > second
      let gain: ScoredPair.Direction =
        switch scored.gain {
        case .both: .both
        case .first: isTurned ? .second : .first
        case .second: isTurned ? .first : .second
        }
      return ScoredPair(Pair(first, second), score: scored.score, gain: gain)
    }.shuffled(using: &random)
    return renumbered
  }

  func matching(_ effort: BalancedMatching.Effort = .rings) -> BalancedMatching {
    BalancedMatching(pairs, capacities: capacities, effort: effort)
  }

  /// The largest sum of scores, by trying to take and to leave every pair, the best first, unless what is
  /// left can't bring more: nobody gains more than by half of each of his best pairs.
  var optimum: Double {
    let sorted = pairs.sorted { $0.precedes($1) }
    var room = capacities
    var best = 0.0
    func bound(from start: Int) -> Double {
      var left = room
      var twice = 0.0
      for scored in sorted[start...] where room[scored.pair.first] > 0 && room[scored.pair.second] > 0 {
        for contact in [scored.pair.first, scored.pair.second] where left[contact] > 0 {
          left[contact] -= 1
          twice += scored.score
        }
      }
      return twice / 2
    }
    func search(from start: Int, sum: Double) {
      best = max(best, sum)
      guard start < sorted.count, sum + bound(from: start) > best else { return }
      let pair = sorted[start].pair
      if room[pair.first] > 0, room[pair.second] > 0 {
        room[pair.first] -= 1
        room[pair.second] -= 1
        search(from: start + 1, sum: sum + sorted[start].score)
        room[pair.first] += 1
        room[pair.second] += 1
      }
      search(from: start + 1, sum: sum)
    }
    search(from: 0, sum: 0)
    return best
  }
}
