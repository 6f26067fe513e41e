import Benchmark
import Matchmaking

/// How long does the weekly run of a community take, from its network to who should meet whom?
///
/// Measured: building an engine for 2,000 contacts with two needs and two offers each, and the matching of
/// that network; on one thread.
/// Corpus: ``SyntheticNetwork``.
/// Command: `Benchmarks/speed --filter "network.*"`.
enum NetworkMatching {
  private static let contacts = 2_000
  private static let asOf = Day(number: 20_780)

  static func register() {
    Benchmark("network engine, \(contacts) contacts") { benchmark, network in
      for _ in benchmark.scaledIterations { blackHole(try MatchEngine(network, asOf: asOf)) }
    } setup: {
      try SyntheticNetwork.make(contacts: contacts)
    }
    Benchmark("network matching, \(contacts) contacts") { benchmark, engine in
      for _ in benchmark.scaledIterations { blackHole(engine.matching(threads: 1)) }
    } setup: {
      try MatchEngine(SyntheticNetwork.make(contacts: contacts), asOf: asOf)
    }
  }
}
