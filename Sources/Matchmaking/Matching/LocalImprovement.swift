/// Makes a choice better, step by step: takes a pair that was left, gives up at most one pair of each of its
/// two contacts, and finds those who lose by that somebody else, as long as the sum of the scores grows.
///
/// Pairs and order are by score, then by number, so that the same pairs bring the same steps. A choice to
/// which nothing can be added stays one.
struct LocalImprovement {
  private var choice: Choice
  private var firstWays: [Way] = []
  private var secondWays: [Way] = []
  /// Whose introductions have changed since the last round began.
  private var hasChanged: [Bool]

  /// A smaller gain isn't worth a step; it may be nothing but rounding.
  private static let least = 1e-9
  /// Of a contact's chosen pairs, so many of the weakest are candidates to be given up.
  private static let breadth = 8
  /// After so many rounds it ends, though there be more to gain.
  private static let rounds = 10

  /// How one contact of a pair can get room.
  private struct Way {
    /// The pair that is given up; nil if there is room.
    let dropped: Int?
    /// Who loses by that.
    let loser: Int
    /// The best pair for him instead, if there is one.
    let instead: Int?
    /// The score that is lost, less what he gets instead.
    let cost: Double
  }

  /// What is done to take a pair, and what it brings at least.
  private struct Step {
    let first: Way
    let second: Way
    /// The pair of the two who lose, if they are to meet each other.
    let across: Int?
    let gain: Double
  }

  /// Improves a choice to which nothing can be added.
  ///
  /// - Complexity: a few rounds of O(p · c² log n) for p pairs, of c chosen and n known pairs of a contact.
  static func run(_ choice: inout Choice) {
    var improvement = LocalImprovement(choice: choice)
    for _ in 0..<rounds where !improvement.round() { break }
    choice = improvement.choice
  }

  private init(choice: Choice) {
    self.choice = choice
    hasChanged = Array(repeating: true, count: choice.graph.contactCount)
  }

  /// Looks once at every pair that is left and near a change. Returns whether anything was gained.
  private mutating func round() -> Bool {
    var isNear = hasChanged
    for (number, scored) in choice.graph.pairs.enumerated() where choice.fates[number] == .chosen {
      if hasChanged[scored.pair.first] { isNear[scored.pair.second] = true }
      if hasChanged[scored.pair.second] { isNear[scored.pair.first] = true }
    }
    hasChanged = Array(repeating: false, count: hasChanged.count)
    var hasGained = false
    for (number, scored) in choice.graph.pairs.enumerated() where choice.fates[number] == .left {
      let pair = scored.pair
      guard
        isNear[pair.first] || isNear[pair.second] || hasChanged[pair.first] || hasChanged[pair.second],
        let step = bestStep(toTake: number)
      else { continue }
      take(number, by: step)
      hasGained = true
    }
    return hasGained
  }

  private mutating func bestStep(toTake number: Int) -> Step? {
    let scored = choice.graph.pairs[number]
    Self.ways(for: scored.pair.first, in: &choice, &firstWays)
    Self.ways(for: scored.pair.second, in: &choice, &secondWays)
    var best: Step?
    for first in firstWays {
      for second in secondWays {
        guard let step = step(scored, first, second), step.gain > best?.gain ?? Self.least else { continue }
        best = step
      }
    }
    return best
  }

  private static func ways(for contact: Int, in choice: inout Choice, _ ways: inout [Way]) {
    ways.removeAll(keepingCapacity: true)
    guard choice.room[contact] == 0 else {
      return ways.append(Way(dropped: nil, loser: contact, instead: nil, cost: 0))
    }
    for dropped in choice.chosenOf[contact].suffix(breadth) {
      let scored = choice.graph.pairs[Int(dropped)]
      let loser = scored.other(than: contact)
      let instead = choice.bestOpen(of: loser)
      ways.append(
        Way(
          dropped: Int(dropped), loser: loser, instead: instead,
          cost: scored.score - (instead.map { choice.graph.pairs[$0].score } ?? 0)))
    }
  }

  /// The better of two ways on: the losers meet somebody else, or each other. What it brings at least: where
  /// two changes want the same room, the lesser is not counted.
  private func step(_ scored: ScoredPair, _ first: Way, _ second: Way) -> Step? {
    let apart = gainApart(scored, first, second)
    var best =
      apart > Self.least ? Step(first: first, second: second, across: nil, gain: apart) : nil
    // Of the two pairs that are taken where losers meet, it is enough to look at the better one.
    let lost = [first, second].reduce(0) { $0 + ($1.dropped.map { choice.graph.pairs[$0].score } ?? 0) }
    if first.dropped != nil, second.dropped != nil, first.loser != second.loser, 2 * scored.score > lost,
      let across = choice.graph.pair(of: first.loser, and: second.loser), choice.fates[across] == .left
    {
      let gain = scored.score + choice.graph.pairs[across].score - lost
      if gain > best?.gain ?? Self.least {
        best = Step(first: first, second: second, across: across, gain: gain)
      }
    }
    return best
  }

  private func gainApart(_ scored: ScoredPair, _ first: Way, _ second: Way) -> Double {
    let pairs = choice.graph.pairs
    var gain = scored.score - first.cost - second.cost
    guard gain > Self.least else { return gain }
    // The pair itself takes the last room of a contact who had some.
    for (way, own) in [(first, scored.pair.second), (second, scored.pair.first)] {
      if let instead = way.instead, choice.room[own] == 1, pairs[instead].other(than: way.loser) == own {
        gain -= pairs[instead].score
      }
    }
    if let one = first.instead, let two = second.instead {
      let wanted = pairs[one].other(than: first.loser)
      if one == two || (wanted == pairs[two].other(than: second.loser) && choice.room[wanted] == 1) {
        gain -= min(pairs[one].score, pairs[two].score)
      }
    }
    return gain
  }

  private mutating func take(_ number: Int, by step: Step) {
    var losers: [(contact: Int, expected: Double)] = []
    for way in [step.first, step.second] where way.dropped != nil {
      if !losers.contains(where: { $0.contact == way.loser }) {
        let expected = way.instead.map { choice.graph.pairs[$0].score } ?? 0
        losers.append((way.loser, expected))
      }
    }
    for way in [step.first, step.second] {
      guard let dropped = way.dropped else { continue }
      choice.drop(dropped)
      hasChanged[way.loser] = true
    }
    take(number)
    if let across = step.across { take(across) }
    // Whoever has more to expect goes first, so that the step brings what was counted on.
    for loser in losers.sorted(by: { ($1.expected, $0.contact) < ($0.expected, $1.contact) }) {
      while choice.room[loser.contact] > 0, let instead = choice.bestOpen(of: loser.contact) { take(instead) }
    }
    for loser in losers where choice.room[loser.contact] > 0 { choice.open(loser.contact) }
  }

  private mutating func take(_ number: Int) {
    choice.take(number)
    let pair = choice.graph.pairs[number].pair
    hasChanged[pair.first] = true
    hasChanged[pair.second] = true
  }
}
