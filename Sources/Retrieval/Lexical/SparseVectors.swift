/// Many sparse vectors, one behind the other: compressed sparse rows.
///
/// Invariants: `offsets` has one entry more than there are vectors and never falls; within a vector terms
/// rise strictly; weights are finite and positive.
package struct SparseVectors: Sendable {
  /// Where each vector begins in `terms` and `weights`, and where the last one ends.
  private(set) var offsets: [Int] = [0]
  private(set) var terms: [UInt32] = []
  private(set) var weights: [Float] = []

  package init() {}

  /// The number of vectors.
  package var count: Int { offsets.count - 1 }

  /// Appends a vector; its entries come in any order, each term once.
  mutating func append(_ entries: [(term: UInt32, weight: Float)]) {
    for entry in entries.sorted(by: { $0.term < $1.term }) {
      terms.append(entry.term)
      weights.append(entry.weight)
    }
    offsets.append(terms.count)
  }

  /// The vectors, each times a positive factor of its own.
  func scaled(by factors: [Float]) -> SparseVectors {
    var scaled = self
    for (vector, factor) in factors.enumerated() {
      for entry in entries(of: vector) { scaled.weights[entry] *= factor }
    }
    return scaled
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
    terms.withUnsafeBufferPointer { terms in
      others.terms.withUnsafeBufferPointer { otherTerms in
        while i < end, j < otherEnd {
          let (term, otherTerm) = (terms[i], otherTerms[j])
          if term == otherTerm {
            sum += weights[i] * others.weights[j]
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
