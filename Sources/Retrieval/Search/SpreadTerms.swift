import Kernels

/// One query's terms spread out by their numbers, so that many documents are soon multiplied with it. One for each thread.
final class SpreadTerms {
  /// The query's weight of each term; 0 where it has none.
  private let weightOf: UnsafeMutablePointer<Float>
  private let termCount: Int

  /// - Parameter termCount: one more than the documents' highest term.
  init(termCount: Int) {
    self.termCount = termCount
    weightOf = .allocate(capacity: termCount + 1)
    weightOf.initialize(repeating: 0, count: termCount + 1)
  }

  deinit { weightOf.deallocate() }

  /// Takes a query, in place of none.
  func take(_ queries: SparseVectors, _ query: Int) {
    set(queries, query) { $0 }
  }

  /// Forgets the query that was taken.
  func forget(_ queries: SparseVectors, _ query: Int) {
    set(queries, query) { _ in 0 }
  }

  /// The inner product of the query and a document: the same bits as ``SparseVectors/dot(_:with:of:)``.
  @inline(__always)
  func dot(_ document: Int, of documents: ForwardVectors) -> Float {
    var sum: Float = 0
    var entry = documents.offsets[document]
    let end = documents.offsets[document + 1]
    while entry < end {
      sum += weightOf[Int(documents.terms[entry])] * documents.weights[entry]
      entry &+= 1
    }
    return sum
  }

  /// The inner products of the query and the documents of some products.
  func dot(
    _ products: UnsafeBufferPointer<kernels_product>, of documents: ForwardVectors,
    into sums: UnsafeMutablePointer<Float>
  ) {
    kernels_sparse_products(
      weightOf, documents.offsets, documents.terms, documents.weights, products.baseAddress, products.count,
      sums)
  }

  @inline(__always)
  private func set(_ queries: SparseVectors, _ query: Int, _ value: (Float) -> Float) {
    queries.withEntries { offsets, terms, weights in
      for entry in offsets[query]..<offsets[query + 1] where Int(terms[entry]) < termCount {
        weightOf[Int(terms[entry])] = value(weights[entry])
      }
    }
  }
}
