/// By what texts are compared.
package enum Similarity: String, CaseIterable, Sendable {
  /// BM25 over words, like for like with other engines.
  case words
  /// Character n-grams.
  case ngrams
  /// The best mix of words and n-grams.
  case lexical
  /// Meaning alone.
  case semantic
  /// Meaning and letters.
  case hybrid

  /// Whether an encoder is needed.
  package var needsEncoder: Bool { self == .semantic || self == .hybrid }

  /// How letters are compared.
  package var lexical: LexicalSimilarity {
    switch self {
    case .words: .words
    case .ngrams: .ngrams
    case .lexical, .semantic, .hybrid: .lexical
    }
  }

  /// How much letters and meaning count.
  package var mix: SimilarityMix {
    switch self {
    case .words, .ngrams, .lexical: .terms
    case .semantic: .meaning
    case .hybrid: .hybrid
    }
  }
}
