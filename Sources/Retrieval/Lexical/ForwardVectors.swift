/// Sparse vectors without checks, for the innermost loops; valid as long as the arrays that it points into.
struct ForwardVectors {
  let offsets: UnsafePointer<Int>
  let terms: UnsafePointer<UInt32>
  let weights: UnsafePointer<Float>
}

extension SparseVectors {
  /// Calls `body` with the vectors without checks.
  func withForwardVectors<Result>(_ body: (ForwardVectors) throws -> Result) rethrows -> Result {
    try withEntries { offsets, terms, weights in
      // An empty array may have no address; nobody reads there then.
      try body(
        ForwardVectors(
          offsets: offsets.baseAddress!,
          terms: terms.baseAddress ?? UnsafePointer(bitPattern: 4)!,
          weights: weights.baseAddress ?? UnsafePointer(bitPattern: 4)!))
    }
  }
}
