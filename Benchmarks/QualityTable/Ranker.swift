import ArgumentParser
import Retrieval

/// What ranks the documents: a similarity, or, for comparison, one of the two encoders by itself.
enum Ranker: String, CaseIterable, ExpressibleByArgument {
  case words, ngrams, lexical, semantic, hybrid, use, minilm

  /// What turns its scores into a chance to be right, if anything does.
  var calibration: Calibration? {
    switch self {
    case .lexical: .lexical
    case .hybrid: .hybrid
    case .words, .ngrams, .semantic, .use, .minilm: nil
    }
  }
}
