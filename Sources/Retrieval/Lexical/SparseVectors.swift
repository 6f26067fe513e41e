/// Many sparse vectors, one behind the other: compressed sparse rows.
///
/// Invariants: `offsets` has one entry more than there are vectors and never falls; within a vector terms
/// rise strictly; weights are finite and positive.
package struct SparseVectors: Sendable {
  /// Where each vector begins in `terms` and `weights`, and where the last one ends.
  private(set) var offsets = FlatArray([0])
  private(set) var terms = FlatArray<UInt32>()
  private(set) var weights = FlatArray<Float>()

  package init() {}

  /// Vectors that a file keeps; see ``kept(as:)``.
  init(_ file: KeptFile, _ name: String) throws(ModelError) {
    offsets = try file.array("\(name).offsets")
    terms = try file.array("\(name).terms")
    weights = try file.array("\(name).weights")
    guard let last = offsets.last, last == terms.count, last == weights.count else {
      throw file.damaged("its \(name) have no end")
    }
  }

  /// The arrays that a file keeps.
  func kept(as name: String) -> [KeptFile.Array] {
    [
      KeptFile.Array("\(name).offsets", offsets), KeptFile.Array("\(name).terms", terms),
      KeptFile.Array("\(name).weights", weights),
    ]
  }

  /// The number of vectors.
  package var count: Int { offsets.count - 1 }

  /// The number of entries of all vectors.
  var entryCount: Int { terms.count }

  /// One more than the highest term.
  var termCount: Int { terms.max().map { Int($0) + 1 } ?? 0 }

  /// Appends a vector, by its terms, which rise, and their weights.
  mutating func append(_ terms: some Collection<UInt32>, _ weights: some Collection<Float>) {
    self.terms.append(contentsOf: terms)
    self.weights.append(contentsOf: weights)
    offsets.append(self.terms.count)
  }

  /// Appends other vectors.
  mutating func append(_ others: SparseVectors) {
    let end = terms.count
    terms.append(contentsOf: others.terms)
    weights.append(contentsOf: others.weights)
    offsets.append(contentsOf: others.offsets.dropFirst().lazy.map { $0 + end })
  }

  /// One vector. Complexity: O(its entries).
  subscript(vector: Int) -> SparseVectors {
    var one = SparseVectors()
    one.append(terms[entries(of: vector)], weights[entries(of: vector)])
    return one
  }

  /// The vectors, with empty ones in place of those of some numbers. Complexity: O(entries).
  func without(_ numbers: Set<Int>) -> SparseVectors {
    var others = SparseVectors()
    for vector in 0..<count {
      let entries = numbers.contains(vector) ? 0..<0 : entries(of: vector)
      others.append(terms[entries], weights[entries])
    }
    return others
  }

  /// Lets `body` rewrite the weights of each vector.
  mutating func mapWeights(
    threads: Int, _ body: (UnsafeBufferPointer<UInt32>, UnsafeMutableBufferPointer<Float>) -> Void
  ) {
    let (terms, offsets) = (terms, offsets)
    weights.change {
      $0.withUnsafeMutableBufferPointer { buffer in
        // Each vector's weights are written by the one thread that has its share.
        nonisolated(unsafe) let weights = buffer
        let share = (offsets.count - 1 + threads - 1) / threads
        terms.withUnsafeBufferPointer { terms in
          nonisolated(unsafe) let terms = terms
          nonisolated(unsafe) let body = body
          Threads.run(threads) { thread in
            let start = min(thread * share, offsets.count - 1)
            for vector in start..<min(start + share, offsets.count - 1) {
              let entries = offsets[vector]..<offsets[vector + 1]
              body(
                UnsafeBufferPointer(rebasing: terms[entries]),
                UnsafeMutableBufferPointer(rebasing: weights[entries]))
            }
          }
        }
      }
    }
  }

  /// The vectors, each times a positive factor of its own.
  func scaled(by factors: [Float]) -> SparseVectors {
    var scaled = self
    scaled.weights.change { weights in
      for (vector, factor) in factors.enumerated() {
        for entry in entries(of: vector) { weights[entry] *= factor }
      }
    }
    return scaled
  }

  /// Calls `body` with where each vector begins and the last one ends, and the terms and weights of all.
  package func withEntries<Result>(
    _ body: (
      _ offsets: UnsafeBufferPointer<Int>, _ terms: UnsafeBufferPointer<UInt32>,
      _ weights: UnsafeBufferPointer<Float>
    ) throws -> Result
  ) rethrows -> Result {
    try offsets.withUnsafeBufferPointer { offsets in
      try terms.withUnsafeBufferPointer { terms in
        try weights.withUnsafeBufferPointer { try body(offsets, terms, $0) }
      }
    }
  }

  /// Where a vector's entries stand.
  func entries(of vector: Int) -> Range<Int> {
    offsets[vector]..<offsets[vector + 1]
  }

  /// The inner product of one of these vectors with one of `others`, summed in rising order of terms, as
  /// ``InvertedIndex`` sums it: the same bits either way.
  ///
  /// - Complexity: O(entries of both).
  package func dot(_ vector: Int, with other: Int, of others: SparseVectors) -> Float {
    var (i, end) = (offsets[vector], offsets[vector + 1])
    var (j, otherEnd) = (others.offsets[other], others.offsets[other + 1])
    var sum: Float = 0
    withForwardVectors { mine in
      others.withForwardVectors { theirs in
        let (terms, otherTerms) = (mine.terms, theirs.terms)
        while i < end, j < otherEnd {
          let (term, otherTerm) = (terms[i], otherTerms[j])
          if term == otherTerm {
            sum += mine.weights[i] * theirs.weights[j]
            i += 1
            j += 1
          } else if term < otherTerm {
            i += 1
          } else {
            j += 1
          }
        }
      }
    }
    return sum
  }
}
