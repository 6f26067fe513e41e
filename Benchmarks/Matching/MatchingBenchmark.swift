import ArgumentParser
import Foundation
import Matchmaking
import TestSupport

/// How good is the choice of introductions, and how long does it take?
///
/// Measured: seconds and sums of scores of the greedy choice, the improved one and the one with rings; with
/// `--texts` also of the steps before: what is retrieval, and what is scoring the pairs. Corpus:
/// ``RandomNeighbourhood``; with `--texts` contacts with two needs and two offers each of ``SyntheticTexts``.
/// Command: `Benchmarks/matching`, which adds the bound that no choice can exceed.
@main
struct MatchingBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "matching")

  @Option(help: "How many contacts.") var contacts = 1000
  @Option(help: "How many offers each need considers.") var choices = 20
  @Option(help: "What the network is made up by.") var seed: UInt64 = 1
  @Option(help: "Write the pairs and their scores to this file.") var pairs: String?
  @Option(help: "How many threads work on texts.") var threads = 2
  @Flag(help: "Begin with texts, as linkup does.") var texts = false

  func run() throws {
    if texts { try fromTexts() } else { try fromPairs() }
  }

  private func fromPairs() throws {
    let network = RandomNeighbourhood(contacts: contacts, choices: choices, seed: seed)
    if let pairs {
      let lines = network.pairs.map { "\($0.pair.first)\t\($0.pair.second)\t\($0.score)\n" }.joined()
      try lines.write(toFile: pairs, atomically: false, encoding: .utf8)
    }
    choose(network.pairs, network.capacities)
  }

  private func fromTexts() throws {
    let texts = SyntheticTexts(count: 2 * contacts)
    var listings: [Listing] = []
    for (kind, texts) in [(Listing.Kind.need, texts.needs), (.offer, texts.offers)] {
      for (number, text) in texts.enumerated() {
        listings.append(
          Listing(
            id: Listing.ID("\(kind)\(number)"), contact: Contact.ID("c\(number / 2)"), kind: kind, text: text)
        )
      }
    }
    let network = try Network(
      contacts: (0..<contacts).map { Contact(id: Contact.ID("c\($0)"), name: "Contact \($0)") },
      listings: listings)
    var settings = Settings.standard
    settings.choices = choices
    let engine = try timed("index") {
      try MatchEngine(network, asOf: Day(number: 20_780), settings: settings)
    }
    let found = timed("retrieval") { engine.found(threads: threads) }
    let pairs = timed("score the pairs") { engine.scoredPairs(among: found, threads: threads) }
    choose(pairs, engine.capacities)
  }

  private func choose(_ pairs: [ScoredPair], _ capacities: [Int]) {
    for (name, effort) in [
      ("greedy", BalancedMatching.Effort.greedy), ("improved", .improved), ("rings", .rings),
    ] {
      let matching = timed(name) { BalancedMatching(pairs, capacities: capacities, effort: effort) }
      print("  pairs \(pairs.count) chosen \(matching.chosen.count) sum \(matching.sum)", terminator: "")
      print(" rings \(matching.rings.count) swaps \(matching.chosen.count { $0.gain == .both })")
    }
  }

  private func timed<Value>(_ name: String, _ work: () throws -> Value) rethrows -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try work()
    let seconds = (clock.now - start) / .seconds(1)
    print("\(name) seconds \(String(format: "%.3f", seconds))")
    return value
  }
}
