import Benchmark
import Matchmaking

/// How long does a service wait until a new listing can be found among N, and for the answer to a question after that?
///
/// Measured: an engine with one offer more than the one that was built; and then the offers that meet a text, which the new one
/// is among; or the candidates of the offer's contact; on one thread.
/// Corpus: ``SyntheticNetwork``, letters alone.
/// Command: `Benchmarks/speed --filter "update.*"`.
enum Updating {
  private static let asOf = Day(number: 20_780)

  /// What is asked after an update.
  private enum Question: String, CaseIterable {
    case none = "alone"
    case text = "and find it"
    case candidates = "and answer"
  }

  static func register() {
    for listings in [10_000, 1_000_000] {
      for question in Question.allCases {
        Benchmark(
          "update \(question.rawValue), \(listings) listings",
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
            switch question {
            case .none: break
            case .text: blackHole(engine.offers(meeting: "moving house, number \(number)", limit: 10))
            case .candidates: blackHole(engine.candidates(for: contact, limit: 10))
            }
          }
        } setup: {
          try MatchEngine(SyntheticNetwork.make(contacts: listings / 4), asOf: asOf)
        }
      }
    }
  }
}
