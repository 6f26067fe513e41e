import Foundation
import TestSupport

/// A made-up community: who offers what, who needs what when, and how well each offer truly meets each need.
///
/// Everything follows from the seed, whatever is done about it: all ways of introducing people meet the same
/// needs.
struct Community {
  let seed: UInt64
  /// What each member offers: two topics, the popular ones more often.
  let offers: [[Int]]
  /// The members who offer something of a category, in the order of its list.
  let lists: [[Int]]
  /// How much better, or worse, than it is each member's offer looks to whoever compares texts.
  private let appeal: [Double]

  static let members = 1_000
  static let categories = 10
  /// Topics of one category: a plumber and a painter are both in "house".
  static let topicsPerCategory = 5
  static var topics: Int { categories * topicsPerCategory }
  /// How likely it is that a member has a new need in a week.
  static let needRate = 0.1
  /// After so many weeks a need that wasn't met is given up.
  static let patience = 8

  struct Need {
    let owner: Int
    let topic: Int
    let week: Int
  }

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    self.seed = seed
    offers = (0..<Self.members).map { _ in [Self.topic(using: &random), Self.topic(using: &random)] }
    appeal = (0..<Self.members).map { _ in 0.08 * Self.normal(using: &random) }
    let order = (0..<Self.members).shuffled(using: &random)
    lists = (0..<Self.categories).map { [offers] category in
      order.filter { offers[$0].contains { $0 / Self.topicsPerCategory == category } }
    }
  }

  /// The needs that arise in a week.
  func needs(week: Int) -> [Need] {
    var random = SeededRandom(seed: mix(1, week, 0))
    return (0..<Self.members).compactMap { member in
      let (chance, topic) = (Double.random(in: 0..<1, using: &random), Self.topic(using: &random))
      return chance < Self.needRate && !offers[member].contains(topic)
        ? Need(owner: member, topic: topic, week: week) : nil
    }
  }

  /// The chance that a member meets a need when the two sit together: 0.35…0.95 by the very topic, up to 0.3
  /// by another of its category, else none.
  func trueFit(_ need: Need, of member: Int) -> Double {
    var random = SeededRandom(seed: mix(2, identity(need), member))
    let luck = Double.random(in: 0..<1, using: &random)
    let category = need.topic / Self.topicsPerCategory
    if offers[member].contains(need.topic) { return 0.35 + 0.6 * luck }
    return offers[member].contains { $0 / Self.topicsPerCategory == category } ? 0.3 * luck : 0
  }

  /// What whoever compares the texts takes the fit to be: off by 0.15, and by the offer's appeal.
  func observedFit(_ need: Need, of member: Int) -> Double {
    fit(need, of: member, seed: 3, error: 0.15, bias: appeal[member])
  }

  /// What the two themselves take it to be: off by 0.2.
  func perceivedFit(_ need: Need, of member: Int) -> Double {
    fit(need, of: member, seed: 4, error: 0.2, bias: 0)
  }

  private func fit(_ need: Need, of member: Int, seed: Int, error: Double, bias: Double) -> Double {
    let fit = trueFit(need, of: member)
    guard fit > 0 else { return 0 }
    var random = SeededRandom(seed: mix(seed, identity(need), member))
    return min(1, max(0, fit + error * Self.normal(using: &random) + bias))
  }

  private func identity(_ need: Need) -> Int { need.week * Self.members + need.owner }

  private func mix(_ kind: Int, _ one: Int, _ other: Int) -> UInt64 {
    var random = SeededRandom(seed: seed &* 0x1_0000_0001 &+ UInt64(kind))
    var mixed = SeededRandom(seed: random.next() &+ UInt64(one) &* 0x9E37_79B1)
    return mixed.next() &+ UInt64(other) &* 0x85EB_CA6B
  }

  /// A topic, by the law of Zipf.
  private static func topic(using random: inout SeededRandom) -> Int {
    let weights = (1...topics).map { 1 / Double($0 + 4) }
    var left = Double.random(in: 0..<weights.reduce(0, +), using: &random)
    for (rank, weight) in weights.enumerated() {
      left -= weight
      // Popular topics are spread over the categories.
      if left < 0 { return rank % categories * topicsPerCategory + rank / categories }
    }
    return topics - 1
  }

  /// A number of the normal distribution (Box and Muller, 1958).
  private static func normal(using random: inout SeededRandom) -> Double {
    let (one, other) = (Double.random(in: 0..<1, using: &random), Double.random(in: 0..<1, using: &random))
    return (-2 * log(1 - one)).squareRoot() * cos(2 * .pi * other)
  }
}
