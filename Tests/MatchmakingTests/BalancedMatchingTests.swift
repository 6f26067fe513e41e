import Matchmaking
import TestSupport
import Testing

@Suite struct BalancedMatchingTests {
  private typealias Circle = SampleCircle

  /// Everybody needs what the one accountant offers; capacities decide.
  private func popular(takers: Int, capacity: Int?, takerCapacity: Int? = nil) throws -> Matching {
    let takers = (0..<takers).map {
      Contact(id: Contact.ID("t\($0)"), name: "Taker \($0)", capacity: takerCapacity)
    }
    let network = try Network(
      contacts: takers + [Contact(id: "a", name: "Accountant", capacity: capacity)],
      listings: takers.map { Circle.need($0.id, "an accountant for tax returns") }
        + [Circle.offer("a", "accountant, tax returns")])
    return try MatchEngine(network, asOf: Circle.today).matching()
  }

  @Test func `floods nobody and says whose capacity was used up`() throws {
    let matching = try popular(takers: 8, capacity: nil)
    #expect(matching.candidates.count == 3)
    #expect(matching.cutOff.count == 5)
    #expect(matching.cutOff.allSatisfy { $0.by == ["a"] && $0.score > 0 })
  }

  @Test func `respects a contact's own capacity, and none at all`() throws {
    #expect(try popular(takers: 8, capacity: 6).candidates.count == 6)
    #expect(try popular(takers: 8, capacity: 0).candidates.isEmpty)
    let nobody = try popular(takers: 2, capacity: 0, takerCapacity: 0)
    #expect(nobody.cutOff.allSatisfy { $0.by.count == 2 })
  }

  @Test func `counts the introductions of the last four weeks, unless they were declined or have lapsed`()
    throws
  {
    let takers = (0..<8).map { Contact(id: Contact.ID("t\($0)"), name: "Taker \($0)") }
    func left(_ ages: [Int], _ state: Introduction.State) throws -> Int {
      let network = try Network(
        contacts: takers + [Contact(id: "a", name: "Accountant", capacity: 4)],
        listings: takers.map { Circle.need($0.id, "an accountant for tax returns") }
          + [Circle.offer("a", "accountant, tax returns")],
        introductions: ages.enumerated().map { number, age in
          let day = Circle.today.adding(days: -age)
          return Introduction(
            "a", takers[number].id, state: state, day: day, declinedBy: state == .declined ? "a" : nil)
        })
      let engine = try MatchEngine(network, asOf: Circle.today)
      #expect(engine.introductionsOfPeriod(of: "t7").isEmpty)
      return engine.matching().candidates.count
    }
    #expect(try left([0, 27, 28], .made) == 2)
    #expect(try left([0, 1, 2, 3, 4], .helped) == 0)
    #expect(try left([0, 1, 2], .declined) == 4)
    #expect(try left([0, 1, 2], .lapsed) == 4)
  }

  @Test func `finds the near one behind many who are far, whatever he is called, and spreads equals`() throws
  {
    let lille = Place(latitude: 50.63, longitude: 3.06)
    let toulouse = Place(latitude: 43.6, longitude: 1.44)
    for near in ["a0", "z9"] as [Contact.ID] {
      let far = (0..<25).map { Contact(id: Contact.ID("p\($0)"), name: "Far \($0)", place: lille) }
      let contacts =
        far + [
          Contact(id: near, name: "Near", place: toulouse),
          Contact(id: "n", name: "Needing", place: toulouse, capacity: 1),
        ]
      let network = try Network(
        contacts: contacts,
        listings: [Circle.need("n", "a plumber")] + contacts.dropLast().map { Circle.offer($0.id, "plumber") }
      )
      let chosen = try MatchEngine(network, asOf: Circle.today).matching().candidates
      #expect(chosen.map { $0.other(than: "n") } == [near])
    }
    let many = (0..<150).flatMap {
      [Contact(id: .init("n\($0)"), name: "N\($0)"), Contact(id: .init("o\($0)"), name: "O\($0)")]
    }
    let network = try Network(
      contacts: many,
      listings: (0..<150).flatMap {
        [Circle.need(.init("n\($0)"), "piano lessons"), Circle.offer(.init("o\($0)"), "piano lessons")]
      })
    let matching = try MatchEngine(network, asOf: Circle.today).matching()
    #expect(Set(matching.candidates.flatMap { [$0.first, $0.second] }).count >= 200)
  }

  @Test func `gives a strong pair up where two others are worth more together`() {
    // Three in a row and a fourth: the middle pair is the best one, and in the way of both others.
    let pairs = [(0, 1, 0.6), (1, 2, 0.7), (2, 3, 0.6)].map {
      ScoredPair(Pair($0, $1), score: $2, gain: .first)
    }
    func chosen(_ effort: BalancedMatching.Effort) -> [Pair] {
      BalancedMatching(pairs, capacities: [1, 1, 1, 1], effort: effort).chosen.map(\.pair)
    }
    #expect(chosen(.greedy) == [Pair(1, 2)])
    #expect(chosen(.improved) == [Pair(0, 1), Pair(2, 3)])
    let refused = BalancedMatching(pairs, capacities: [1, 1, 1, 1]).refused
    #expect(refused.map(\.scored.pair) == [Pair(1, 2)] && refused[0].full == [1, 2])
  }

  @Test func `is never below half of the optimum, and within three hundredths on average`() {
    var shares = (greedy: 0.0, improved: 0.0)
    var worst = (share: 1.0, seed: UInt64(0))
    let seeds = UInt64(1)...4000
    for seed in seeds {
      let network = RandomPairs(contacts: 2...10, pairs: 1...24, seed: seed)
      let optimum = network.optimum
      let (greedy, improved) = (network.matching(.greedy).sum, network.matching(.improved).sum)
      #expect(2 * greedy >= optimum - 1e-9 && improved >= greedy - 1e-9, "seed \(seed)")
      #expect(improved <= optimum + 1e-9, "seed \(seed)")
      let share = optimum == 0 ? 1 : improved / optimum
      if share < worst.share { worst = (share, seed) }
      shares.greedy += (optimum == 0 ? 1 : greedy / optimum) / Double(seeds.count)
      shares.improved += share / Double(seeds.count)
    }
    print("of the optimum: greedy \(shares.greedy), improved \(shares.improved), worst \(worst)")
    #expect(worst.share >= 0.5, "seed \(worst.seed)")
    #expect(shares.improved >= 0.97)
  }

  @Test func `exceeds no capacity, leaves no room unused, and says whose is used up`() {
    for seed in UInt64(1)...1000 {
      let isLarge = seed % 20 == 0
      let network = RandomPairs(
        contacts: isLarge ? 100...400 : 2...20, pairs: isLarge ? 200...4000 : 1...80, seed: seed)
      for effort: BalancedMatching.Effort in [.greedy, .improved, .rings] {
        let matching = network.matching(effort)
        var room = network.capacities
        for contact in matching.chosen.flatMap({ [$0.pair.first, $0.pair.second] })
          + matching.rings.flatMap(\.members)
        {
          room[contact] -= 1
        }
        #expect(room.allSatisfy { $0 >= 0 }, "seed \(seed)")
        for refusal in matching.refused {
          let pair = refusal.scored.pair
          #expect(refusal.full == [pair.first, pair.second].filter { room[$0] == 0 }, "seed \(seed)")
          #expect(!refusal.full.isEmpty, "seed \(seed): \(pair)")
        }
        let all =
          (matching.chosen + matching.refused.map(\.scored) + matching.rings.flatMap(\.pairs)).map(\.pair)
        #expect(all.sorted() == network.pairs.map(\.pair).sorted(), "seed \(seed)")
      }
    }
  }

  @Test func `chooses the same whatever the contacts' numbers and the order of the pairs`() {
    for seed in UInt64(1)...500 {
      var random = SeededRandom(seed: seed)
      let network = RandomPairs(contacts: 2...60, pairs: 1...400, seed: seed)
      let numbers = network.capacities.indices.shuffled(using: &random)
      let (expected, renumbered) = (
        network.matching(), network.renumbered(numbers, using: &random).matching()
      )
      // Scores tell pairs apart, and the pairs of a ring tell rings apart.
      #expect(renumbered.chosen.map(\.score) == expected.chosen.map(\.score), "seed \(seed)")
      #expect(
        renumbered.rings.map { $0.pairs.map(\.score).sorted() }
          == expected.rings.map { $0.pairs.map(\.score).sorted() }, "seed \(seed)")
    }
  }

  @Test func `keeps to everyone's capacity in whole networks`() throws {
    for seed in UInt64(1)...300 {
      var random = SeededRandom(seed: seed)
      let network = try RandomNetwork.make(contacts: 8, using: &random)
      let engine = try MatchEngine(network, asOf: Day(number: 20_780))
      let matching = engine.matching()
      var load: [Contact.ID: Int] = [:]
      for id in matching.candidates.flatMap({ [$0.first, $0.second] }) + matching.rings.flatMap(\.members) {
        load[id, default: 0] += 1
      }
      for contact in network.contacts {
        let taken = engine.introductionsOfPeriod(of: contact.id).count
        #expect(load[contact.id, default: 0] <= max(0, (contact.capacity ?? 3) - taken), "seed \(seed)")
      }
      for cutOff in matching.cutOff {
        #expect(!matching.introduces(cutOff.first, to: cutOff.second), "seed \(seed)")
        for id in cutOff.by {
          let taken = engine.introductionsOfPeriod(of: id).count
          #expect(load[id, default: 0] + taken >= network.contact(id)?.capacity ?? 3, "seed \(seed)")
        }
      }
    }
  }
}
