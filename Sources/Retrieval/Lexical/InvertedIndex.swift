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

  /// The best `limit` documents for one query vector, by inner product, those above `minimum` alone.
  ///
  /// - Parameter sums: room for the documents' sums, all zero before and after; see ``makeSums()``.
  /// - Complexity: O(postings of the query's terms + documents).
  package func search(
    _ queries: SparseVectors, _ query: Int, limit: Int, above minimum: Float, sums: inout [Float]
  ) -> [Hit] {
    var top = TopHits(limit: limit)
    let entries = queries.entries(of: query)
    guard limit > 0, !entries.isEmpty else { return [] }
    sums.withUnsafeMutableBufferPointer { sums in
      documents.withUnsafeBufferPointer { documents in
        weights.withUnsafeBufferPointer { weights in
          for entry in entries {
            let term = Int(queries.terms[entry])
            guard term + 1 < offsets.count else { continue }
            let weight = queries.weights[entry]
            for posting in offsets[term]..<offsets[term + 1] {
              sums[Int(documents[posting])] += weight * weights[posting]
            }
          }
        }
      }
      collect(sums, above: minimum, into: &top)
      sums.update(repeating: 0)
    }
    return top.removeAll()
  }

  /// Room for ``search(_:_:limit:above:sums:)``; one for each thread.
  package func makeSums() -> [Float] {
    [Float](repeating: 0, count: documentCount)
  }

  /// Offers the documents above the minimum to the queue, passing over runs of low sums quickly.
  private func collect(
    _ sums: UnsafeMutableBufferPointer<Float>, above minimum: Float, into top: inout TopHits
  ) {
    let run = 16
    var start = 0
    while start < sums.count {
      let end = min(start + run, sums.count)
      var highest = sums[start]
      for document in start..<end { highest = max(highest, sums[document]) }
      if highest > minimum, highest >= top.threshold {
        for document in start..<end where sums[document] > minimum && sums[document] >= top.threshold {
          top.offer(Hit(document: UInt32(document), score: sums[document]))
        }
      }
      start = end
    }
  }
}
