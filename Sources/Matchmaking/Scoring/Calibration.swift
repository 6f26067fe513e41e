import Foundation

/// Turns a similarity into a relevance: the chance that a sensible reader would introduce the two.
///
/// A logistic curve (Platt, "Probabilistic Outputs for Support Vector Machines", 1999) with a similarity of 0
/// held at a relevance of 0: what shares nothing is not relevant at all.
struct Calibration: Hashable, Sendable {
  /// How steeply relevance rises with similarity.
  let slope: Double
  /// The similarity at which every second introduction would be a good one.
  let midpoint: Double

  /// For the mix of words and n-grams, fitted on judged needs and offers of time banks.
  static let lexical = Calibration(slope: 12, midpoint: 0.36)

  /// For the mix of meaning, words and n-grams.
  static let hybrid = Calibration(slope: 8.4, midpoint: 0.64)

  /// The relevance of a similarity, 0…1; rising.
  func relevance(_ similarity: Float) -> Double {
    similarity <= 0 ? 0 : 1 / (1 + exp(-slope * (Double(similarity) - midpoint)))
  }

  /// A similarity that every text of at least the given relevance exceeds; 0 for a relevance of 0.
  func similarity(of relevance: Double) -> Float {
    guard relevance > 0 else { return 0 }
    guard relevance < 1 else { return 1 }
    return max(0, Float(midpoint + log(relevance / (1 - relevance)) / slope).nextDown)
  }
}
