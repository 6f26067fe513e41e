import Matchmaking
import TestSupport
import Testing

@Suite struct RingTests {
  private typealias Circle = SampleCircle

  /// Anne needs what Bruno offers, Bruno what Claire offers, and Claire what Anne offers.
  private let listings = [
    Circle.need("anne", "un comptable bilingue"), Circle.offer("bruno", "comptable bilingue"),
    Circle.need("bruno", "English translation"), Circle.offer("claire", "English translation"),
    Circle.need("claire", "leçons de piano"), Circle.offer("anne", "leçons de piano"),
  ]

  private func matching(capacity: Int, _ more: [Listing] = []) throws -> Matching {
    var settings = Settings.standard
    settings.capacity = capacity
    let network = try Network(
      contacts: Circle.contacts("anne", "bruno", "claire", "david"), listings: listings + more)
    return try MatchEngine(network, asOf: Circle.today, settings: settings).matching()
  }

  @Test func `brings three together where there is no room for their pairs`() throws {
    let matching = try matching(capacity: 1)
    let ring = try #require(matching.rings.first)
    #expect(matching.rings.count == 1 && matching.candidates.isEmpty && matching.cutOff.isEmpty)
    #expect(ring.members == ["anne", "bruno", "claire"])
    #expect(ring.matches.map(\.need.contact) == ring.members)
    #expect(ring.matches.map(\.offer.contact) == ["bruno", "claire", "anne"])
    #expect(matching.introduces("claire", to: "anne") && !matching.introduces("claire", to: "david"))

    let product = ring.explanation.parts.reduce(1) { $0 * $1.value }
    #expect(ring.explanation.parts.count == 3 && abs(product - ring.score) < 1e-12)
    #expect(ring.explanation.description.contains("needs \"leçons de piano\""))
  }

  @Test func `makes no ring where everybody has room for the pairs`() throws {
    let matching = try matching(capacity: 3)
    #expect(matching.rings.isEmpty && matching.candidates.count == 3)
  }

  @Test func `makes no ring where two have something for each other`() throws {
    let matching = try matching(
      capacity: 1, [Circle.need("bruno", "a bicycle"), Circle.offer("anne", "a bicycle")])
    #expect(matching.rings.isEmpty)
    #expect(matching.candidates.map(\.isSwap) == [true])
  }

  /// All rings that there are, by trying all threes.
  private func all(_ network: RandomPairs) -> [[Int]] {
    var gainsAlone: Set<[Int]> = []
    for scored in network.pairs where scored.gain != .both {
      let pair = [scored.pair.first, scored.pair.second]
      gainsAlone.insert(scored.gain == .first ? pair : pair.reversed())
    }
    var rings: [[Int]] = []
    for one in network.capacities.indices {
      for two in network.capacities.indices where two > one && gainsAlone.contains([one, two]) {
        for three in network.capacities.indices where three > one && gainsAlone.contains([two, three]) {
          if gainsAlone.contains([three, one]) { rings.append([one, two, three]) }
        }
      }
    }
    return rings
  }

  /// The rings by trying all threes, best first, by the rules as they are told to people.
  private func expected(_ network: RandomPairs) -> [[Int]] {
    let scores = Dictionary(uniqueKeysWithValues: network.pairs.map { ($0.pair, $0.score) })
    func pairs(_ three: [Int]) -> [Pair] { (0..<3).map { Pair(three[$0], three[($0 + 1) % 3]) } }
    func score(_ three: [Int]) -> Double { RandomPairs.geometricMean(pairs(three).map { scores[$0]! }) }
    var chosen = Set(network.matching(.improved).chosen.map(\.pair))
    var inRing: Set<Pair> = []
    var room = network.capacities
    for pair in chosen {
      (room[pair.first], room[pair.second]) = (room[pair.first] - 1, room[pair.second] - 1)
    }

    return all(network).sorted { score($0) > score($1) }.filter { three in
      let given = pairs(three).filter(chosen.contains)
      let after = three.map { member in room[member] + given.count { $0.contains(member) } - 1 }
      guard inRing.isDisjoint(with: pairs(three)), after.allSatisfy({ $0 >= 0 }),
        3 * score(three) > given.reduce(0, { $0 + scores[$1]! })
      else { return false }
      chosen.subtract(given)
      inRing.formUnion(pairs(three))
      for (member, left) in zip(three, after) { room[member] = left }
      return true
    }
  }

  @Test func `makes the rings that trying all threes makes`() {
    var count = 0
    for seed in UInt64(1)...2000 {
      let network = RandomPairs(contacts: 3...14, pairs: 3...90, seed: seed)
      let rings = network.matching().rings
      #expect(rings.map(\.members) == expected(network), "seed \(seed)")
      count += rings.count
      for ring in rings {
        #expect(ring.pairs.allSatisfy { $0.gain != .both }, "seed \(seed)")
        #expect(
          abs(ring.score - RandomPairs.geometricMean(ring.pairs.map(\.score))) < 1e-12, "seed \(seed)")
      }
    }
    #expect(count > 150)
  }

  @Test func `never serves fewer needs than the pairs alone`() {
    for seed in UInt64(1)...400 {
      let network = RandomPairs(contacts: 3...40, pairs: 3...200, seed: seed)
      let (pairs, rings) = (network.matching(.improved), network.matching())
      let before = pairs.chosen.count
      #expect(rings.chosen.count + 3 * rings.rings.count >= before, "seed \(seed)")
    }
  }
}

extension RandomPairs {
  /// The third root of a product of three.
  static func geometricMean(_ scores: [Double]) -> Double {
    var root = 1.0
    let product = scores.reduce(1, *)
    // Newton's method, so that it isn't the same computation.
    for _ in 0..<200 { root = (2 * root + product / (root * root)) / 3 }
    return root
  }
}
