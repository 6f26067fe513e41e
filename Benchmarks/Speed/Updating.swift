import Benchmark
import Matchmaking

/// How long does a service wait until a new listing can be found among N, and for the answer to a question after that?
///
/// Measured: an engine with one offer more than the one that was built; and then the candidates of the offer's contact; on one
/// thread.
/// Corpus: ``SyntheticNetwork``, letters alone.
/// Command: `Benchmarks/speed --filter "update.*"`.
enum Updating {
  private static let asOf = Day(number: 20_780)

  static func register() {
    for listings in [10_000, 1_000_000] {
      for asks in [false, true] {
        Benchmark(
          "update \(asks ? "and answer" : "alone"), \(listings) listings",
          configuration: .init(metrics: [.wallClock], maxDuration: .seconds(3), maxIterations: 2_000)
        ) { benchmark, engine in
          var engine = engine
          var number = 0
          for _ in benchmark.scaledIterations {
            number += 1
            let contact = Contact.ID("c\(number * 37 % (listings / 4))")
            engine = try engine.updating([
              .add(
                Listing(
                  id: Listing.ID("new\(benchmark.currentIteration)"), contact: contact, kind: .offer,
                  text: "help with moving house, number \(benchmark.currentIteration)"))
            ])
            if asks { blackHole(engine.candidates(for: contact, limit: 10)) }
          }
        } setup: {
          try MatchEngine(SyntheticNetwork.make(contacts: listings / 4), asOf: asOf)
        }
      }
    }
  }
}
