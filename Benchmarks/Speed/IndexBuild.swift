import Benchmark
import Retrieval
import TestSupport

/// How long does it take until N offers can be searched?
///
/// Measured: splitting the offers into terms, weighting them, and inverting them; on one thread.
/// Corpus: the offers of ``SyntheticTexts``.
/// Command: `Benchmarks/speed --filter "index.*"`.
enum IndexBuild {
  static func register() {
    for similarity in [LexicalSimilarity.words, .lexical] {
      for count in [1_000, 10_000] {
        Benchmark("index \(similarity), \(count) offers") { benchmark, offers in
          for _ in benchmark.scaledIterations {
            let model = LexicalModel(documents: Texts(offers), similarity: similarity)
            blackHole(TextIndex(TextVectors(terms: model.documents), mix: .terms))
          }
        } setup: {
          SyntheticTexts(count: count).offers
        }
      }
    }
  }
}
