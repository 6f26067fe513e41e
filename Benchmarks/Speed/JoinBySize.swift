import Benchmark
import Retrieval

/// What does the join of N needs with N offers cost, and how does that grow with N?
///
/// Measured: the needs' vectors and their ten best offers each, the index being there; on one thread.
/// Corpus: needs and offers of ``SyntheticTexts``.
/// Command: `Benchmarks/speed --filter "join.*"`; divide by N for the cost of one need.
enum JoinBySize {
  static func register() {
    for similarity in [LexicalSimilarity.words, .lexical] {
      for count in [1_000, 10_000] {
        Benchmark("join \(similarity), \(count) × \(count)") { benchmark, offers in
          for _ in benchmark.scaledIterations {
            let needs = TextVectors(terms: offers.model.queries(Texts(offers.needs)))
            blackHole(offers.index.join(needs, limit: 10, threads: 1))
          }
        } setup: {
          SearchableOffers(count: count, similarity: similarity)
        }
      }
    }
  }
}
