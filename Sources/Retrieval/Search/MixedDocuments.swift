/// Documents as a search by terms and meaning reads them; valid as long as the arrays that it points into.
struct MixedDocuments {
  /// How many documents there are.
  let count: Int
  /// Their vectors of meaning, row by row.
  let meaning: UnsafePointer<Int8>
  let terms: ForwardVectors
  /// At least the length of each document's vector of terms, and that of the longest.
  let norms: UnsafePointer<Float>
  let longest: Float
  let mix: SimilarityMix

  /// The vector of meaning of a document.
  @inline(__always)
  func row(_ document: Int) -> UnsafePointer<Int8> { meaning + document * SemanticVectors.width }

  /// What meaning adds to a score.
  @inline(__always)
  func score(_ product: Int32) -> Float {
    mix.meaning * (Float(product) / (SemanticVectors.one * SemanticVectors.one))
  }

  /// A product that every document reaches which can be among a query's best.
  func least(_ best: MixedHits) -> Int32 {
    let (threshold, reach) = (Double(best.threshold), Double(best.reach * longest))
    let unit = Double(SemanticVectors.one * SemanticVectors.one)
    guard threshold.isFinite else { return Int32(threshold > 0 ? Self.most : -Self.most) }
    let product = (threshold - reach - Self.slack * (1 + abs(threshold) + reach)) / Double(mix.meaning) * unit
    return Int32(min(max(product.rounded(.down), -Self.most), Self.most))
  }

  /// Whether a score can be reached by a product, and by terms that add no more than `reach`.
  @inline(__always)
  func reaches(_ threshold: Float, _ product: Int32, plus reach: Float) -> Bool {
    score(product) + reach + Float(Self.slack) * (1 + abs(threshold) + reach) >= threshold
  }

  /// Scores are rounded.
  private static let slack = 2e-6
  /// No product is beyond.
  private static let most = Double(1 << 24)
}

extension SparseVectors {
  /// At least the length of a vector, by as much as a sum that has its terms may be rounded up.
  func upperBoundOfNorm(_ vector: Int) -> Float {
    let entries = entries(of: vector)
    let squares = weights[entries].reduce(0) { $0 + Double($1) * Double($1) }
    return Float(squares.squareRoot() * (1 + Double(entries.count + 8) * 2.4e-7))
  }
}
