/// How much the likeness of letters and that of meaning say of the similarity of two texts.
package struct SimilarityMix: Sendable {
  /// The weight of the inner product of the vectors of terms, which is 0…1.
  package let terms: Float
  /// The weight of the inner product of the vectors of meaning, which is -1…1.
  package let meaning: Float

  package init(terms: Float, meaning: Float) {
    precondition(terms >= 0 && meaning >= 0, "weights must be 0 or more, not \(terms) and \(meaning)")
    self.terms = terms
    self.meaning = meaning
  }

  /// Letters alone.
  package static let terms = SimilarityMix(terms: 1, meaning: 0)
  /// Meaning alone.
  package static let meaning = SimilarityMix(terms: 0, meaning: 1)
  /// Meaning, and letters where meaning can't decide.
  package static let hybrid = SimilarityMix(terms: 0.15, meaning: 1)

  /// By how much the letters of a text count more in ``hybrid`` if it isn't English. English is read best; twice the weight
  /// between two French texts is worth a point of nDCG@10 for French job titles (MELO) and for needs asked in French.
  static func weightOfTerms(probabilityOfEnglish: Float) -> Float { (2 - probabilityOfEnglish).squareRoot() }
}
