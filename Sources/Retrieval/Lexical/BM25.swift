import Foundation

/// BM25, the probabilistic weighting of Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25
/// and Beyond" (2009), equation 3.15, with Lucene's idf, which is never negative:
///
///     score(q, d) = Σ_t idf(t) · tf·(k1 + 1) / (tf + k1·(1 - b + b·dl/avgdl))
///     idf(t)      = ln(1 + (N - df + 0.5) / (df + 0.5))
///
/// The sum goes over the distinct terms t of the query q; tf is how often t occurs in the document d, dl the
/// number of terms in d, avgdl its mean over the N documents, df the number of documents with t.
package struct BM25: Sendable {
  /// How soon repeating a term stops counting; 0 counts presence alone.
  package let k1: Float
  /// How much longer documents are marked down, 0…1.
  package let b: Float

  package init(k1: Float, b: Float) {
    precondition(k1 >= 0 && k1.isFinite, "k1 must be 0 or more, not \(k1)")
    precondition((0...1).contains(b), "b must be 0…1, not \(b)")
    self.k1 = k1
    self.b = b
  }

  /// The inverse document frequency of a term in `df` of `n` documents.
  package func idf(n: Int, df: Int) -> Float {
    let (n, df) = (Double(n), Double(df))
    return Float(log(1 + (n - df + 0.5) / (df + 0.5)))
  }

  /// What a term that occurs `tf` times in a document of `dl` terms adds for each unit of its idf.
  package func weight(tf: Float, dl: Float, avgdl: Float) -> Float {
    tf * (k1 + 1) / (tf + k1 * (1 - b + b * dl / avgdl))
  }

  /// The supremum of ``weight(tf:dl:avgdl:)``: what a document could add at most for each unit of idf.
  package var supremum: Float { k1 + 1 }
}
