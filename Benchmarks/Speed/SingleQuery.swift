import Benchmark
import Retrieval

/// How long does somebody wait for the best ten of N offers?
///
/// Measured: one need at a time, another one each time, from its text to its hits; on one thread.
/// Corpus: needs and offers of ``SyntheticTexts``.
/// Command: `Benchmarks/speed --filter "query.*"`.
enum SingleQuery {
  static func register() {
    for similarity in [LexicalSimilarity.words, .lexical] {
      for count in [1_000, 10_000] {
        Benchmark(
          "query \(similarity), \(count) offers",
          // The kernel counts CPU time in ticks of 10 ms: too coarse for one query.
          configuration: .init(metrics: [.wallClock, .peakMemoryResident])
        ) { benchmark, offers in
          var scratch = offers.index.makeScratch()
          let need = offers.needs[benchmark.currentIteration % offers.needs.count]
          benchmark.startMeasurement()
          var query = SparseVectors()
          offers.model.appendQuery(need, to: &query)
          blackHole(
            offers.index.search(TextVectors(terms: query), 0, limit: 10, above: 0, scratch: &scratch))
          benchmark.stopMeasurement()
        } setup: {
          SearchableOffers(count: count, similarity: similarity)
        }
      }
    }
  }
}
