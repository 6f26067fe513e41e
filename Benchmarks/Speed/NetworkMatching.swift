import Benchmark
import Matchmaking
import TestSupport

/// How long does the weekly run of a community take, from its network to who should meet whom?
///
/// Measured: building an engine for 2,000 contacts with two needs and two offers each, and the matching of
/// that network; on one thread.
/// Corpus: contact i has needs and offers 2i and 2i + 1 of ``SyntheticTexts``; no ties, groups or places.
/// Command: `Benchmarks/speed --filter "network.*"`.
enum NetworkMatching {
  private static let contacts = 2_000
  private static let asOf = Day(number: 20_780)

  static func register() {
    Benchmark("network engine, \(contacts) contacts") { benchmark, network in
      for _ in benchmark.scaledIterations { blackHole(try MatchEngine(network, asOf: asOf)) }
    } setup: {
      try network()
    }
    Benchmark("network matching, \(contacts) contacts") { benchmark, engine in
      for _ in benchmark.scaledIterations { blackHole(engine.matching(threads: 1)) }
    } setup: {
      try MatchEngine(network(), asOf: asOf)
    }
  }

  private static func network() throws -> Network {
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
    return try Network(
      contacts: (0..<contacts).map { Contact(id: Contact.ID("c\($0)"), name: "Contact \($0)") },
      listings: listings)
  }
}
