/// How the likeness of two texts is measured by their letters.
package enum LexicalSimilarity: String, CaseIterable, Sendable {
  /// BM25 over words: the share that a document reaches of what it could reach at most for the query.
  case words
  /// The cosine of weighted character n-grams, times ``TermFamily/confidence(distinctWords:)``.
  case ngrams
  /// The project's best mix: the cosine of weighted words without plural endings, and that of n-grams, times
  /// the same.
  case lexical

  /// The families of terms that make up the similarity, with their shares, which add up to 1.
  var families: [TermFamily] {
    switch self {
    case .words: [.bm25Words]
    case .ngrams: [.ngrams(share: 1)]
    case .lexical: [.stems(share: 0.2), .ngrams(share: 0.8)]
    }
  }
}
