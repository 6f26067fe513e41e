import Foundation

/// Turns the similarity of a query and a document into a relevance: the chance that a sensible reader would introduce the two.
///
/// A logistic regression (Platt, "Probabilistic Outputs for Support Vector Machines", 1999) on the similarity, on the size of
/// the pool, and on how much better the query's best document is. In a large pool chance alone brings forth similar texts; and what is
/// far behind the best document is seldom right, however similar.
package struct Calibration: Hashable, Sendable {
  /// How much a similarity counts.
  package let similarity: Double
  /// How much the natural logarithm of the number of documents counts against it.
  package let poolSize: Double
  /// How much the distance from the best document's similarity counts against it.
  package let gap: Double
  /// What is added to the log odds.
  package let constant: Double

  /// For the mix of words and n-grams, fitted on judged needs and offers of time banks.
  package static let lexical = Calibration(similarity: 12, poolSize: 0, gap: 0, constant: -4.32)
  /// For meaning and letters, fitted on all judged sets, those of needs and offers before others; see the article Scoring.
  package static let hybrid = Calibration(similarity: 9.12, poolSize: 0.335, gap: 8.35, constant: -2.53)

  /// The relevance of a document, 0…1: 0 for a similarity of 0 or less, as what shares nothing is not relevant at all.
  ///
  /// - Parameters:
  ///   - similarity: of query and document.
  ///   - best: the similarity of the query's best document.
  ///   - pool: the number of documents.
  package func relevance(_ similarity: Float, best: Float, pool: Int) -> Double {
    guard similarity > 0 else { return 0 }
    let gap = Double(max(0, best - similarity))
    let odds =
      constant + self.similarity * Double(similarity) - poolSize * log(Double(max(1, pool))) - self.gap * gap
    return 1 / (1 + exp(-odds))
  }

  /// A similarity that every document of at least the given relevance exceeds; 0 for a relevance of 0.
  package func similarity(of relevance: Double, pool: Int) -> Float {
    guard relevance > 0 else { return 0 }
    guard relevance < 1 else { return 2 }
    let odds = log(relevance / (1 - relevance)) - constant + poolSize * log(Double(max(1, pool)))
    return max(0, Float(odds / similarity).nextDown)
  }
}
