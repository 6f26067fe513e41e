import Matchmaking
import TestSupport

/// A way of choosing who is introduced to whom in a week.
enum Method: String, CaseIterable {
  case linkup
  case topOffer = "top offer"
  case categoryList = "category list"
  case coffee = "random coffee"

  /// What is known when introductions are chosen.
  struct Knowledge {
    let community: Community
    /// Needs that are neither met nor given up.
    let needs: [Community.Need]
    /// Two who were introduced before are not introduced again.
    let introduced: Set<Pair>
    /// How many introductions each member was asked about in the last three weeks.
    let recent: [Int]
    let week: Int
  }

  /// People to introduce to each other, whoever is to be asked first standing first.
  func introductions(_ known: Knowledge, using random: inout SeededRandom) -> [[Int]] {
    switch self {
    case .linkup: balanced(known)
    case .topOffer: topOffer(known)
    case .categoryList: categoryList(known, using: &random)
    case .coffee: coffee(known, using: &random)
    }
  }

  /// Whether people are told why they should meet.
  var givesReason: Bool { self != .coffee }

  /// linkup: for each need the 20 offers that seem to fit best, if at least as well as 0.35; then the choice
  /// under everybody's capacity of three in four weeks.
  private func balanced(_ known: Knowledge) -> [[Int]] {
    let settings = Settings.standard
    var gains: [Pair: (first: Double, second: Double)] = [:]
    for need in known.needs {
      let best = fits(need, known).filter { $0.fit >= settings.minimumRelevance }.prefix(settings.choices)
      for (member, fit) in best {
        let pair = Pair(need.owner, member)
        var gain = gains[pair] ?? (0, 0)
        if need.owner == pair.first {
          gain.first = max(gain.first, fit)
        } else {
          gain.second = max(gain.second, fit)
        }
        gains[pair] = gain
      }
    }
    let pairs = gains.keys.sorted().map { pair in
      let (one, other) = gains[pair]!
      let larger = max(one, other)
      let both = min(one, other) > 0
      let value =
        both ? larger + settings.reciprocity * 2 * one * other / (one + other) * (1 - larger) : larger
      return ScoredPair(pair, score: value, gain: both ? .both : one > 0 ? .first : .second)
    }
    let matching = BalancedMatching(
      pairs, capacities: known.recent.map { max(0, settings.capacity - $0) })
    return matching.chosen.map { scored in
      scored.gain == .second
        ? [scored.pair.second, scored.pair.first] : [scored.pair.first, scored.pair.second]
    } + matching.rings.map(\.members)
  }

  /// Each need is sent to the offer that seems to fit best of those that it wasn't sent to yet.
  private func topOffer(_ known: Knowledge) -> [[Int]] {
    var introduced = known.introduced
    return known.needs.compactMap { need in
      guard let best = fits(need, known).first(where: { !introduced.contains(Pair(need.owner, $0.member)) })
      else { return nil }
      introduced.insert(Pair(need.owner, best.member))
      return [need.owner, best.member]
    }
  }

  /// Whoever needs something writes to somebody on his category's list whom he hasn't written to, at random.
  private func categoryList(_ known: Knowledge, using random: inout SeededRandom) -> [[Int]] {
    var introduced = known.introduced
    return known.needs.compactMap { need in
      let list = known.community.lists[need.topic / Community.topicsPerCategory]
      let others = list.filter { $0 != need.owner && !introduced.contains(Pair(need.owner, $0)) }
      guard let member = others.randomElement(using: &random) else { return nil }
      introduced.insert(Pair(need.owner, member))
      return [need.owner, member]
    }
  }

  /// Everybody gets somebody every second week, whoever it is.
  private func coffee(_ known: Knowledge, using random: inout SeededRandom) -> [[Int]] {
    guard known.week % 2 == 0 else { return [] }
    let order = (0..<Community.members).shuffled(using: &random)
    return stride(from: 0, to: order.count - 1, by: 2).map { [order[$0], order[$0 + 1]] }
      .filter { !known.introduced.contains(Pair($0[0], $0[1])) }
  }

  /// Whose offer seems to fit a need, best first, those left out who were introduced to its owner before.
  private func fits(_ need: Community.Need, _ known: Knowledge) -> [(member: Int, fit: Double)] {
    known.community.lists[need.topic / Community.topicsPerCategory]
      .filter { $0 != need.owner && !known.introduced.contains(Pair(need.owner, $0)) }
      .map { (member: $0, fit: known.community.observedFit(need, of: $0)) }
      .sorted { $0.fit != $1.fit ? $0.fit > $1.fit : $0.member < $1.member }
  }
}
