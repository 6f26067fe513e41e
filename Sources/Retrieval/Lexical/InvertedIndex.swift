/// Which documents have a term, and with what weight: the transpose of the documents' vectors, immutable.
///
/// Postings stand term by term, and within a term by document.
package struct InvertedIndex: Sendable {
  /// The number of documents.
  package let documentCount: Int
  private let offsets: [Int]
  private let documents: [UInt32]
  private let weights: [Float]

  /// Inverts the documents' vectors. Complexity: O(postings + terms), by counting.
  package init(_ vectors: SparseVectors) {
    documentCount = vectors.count
    let termCount = vectors.terms.max().map { Int($0) + 1 } ?? 0
    var offsets = [Int](repeating: 0, count: termCount + 1)
    for term in vectors.terms { offsets[Int(term) + 1] += 1 }
    for term in 0..<termCount { offsets[term + 1] += offsets[term] }
    var next = offsets
    var documents = [UInt32](repeating: 0, count: vectors.terms.count)
    var weights = [Float](repeating: 0, count: vectors.terms.count)
    for document in 0..<vectors.count {
      for entry in vectors.entries(of: document) {
        let term = Int(vectors.terms[entry])
        documents[next[term]] = UInt32(document)
        weights[next[term]] = vectors.weights[entry]
        next[term] += 1
      }
    }
    self.offsets = offsets
    self.documents = documents
    self.weights = weights
  }

  /// Adds the inner product of one query vector with every document to the documents' sums.
  ///
  /// - Complexity: O(postings of the query's terms).
  func add(_ queries: SparseVectors, _ query: Int, to sums: inout [Float]) {
    sums.withUnsafeMutableBufferPointer { sums in
      documents.withUnsafeBufferPointer { documents in
        weights.withUnsafeBufferPointer { weights in
          for entry in queries.entries(of: query) {
            let term = Int(queries.terms[entry])
            guard term + 1 < offsets.count else { continue }
            let weight = queries.weights[entry]
            for posting in offsets[term]..<offsets[term + 1] {
              sums[Int(documents[posting])] += weight * weights[posting]
            }
          }
        }
      }
    }
  }
}
