import Kernels

/// Some queries that are searched for together, with what was found so far.
struct MixedBatch {
  let documents: MixedDocuments
  /// Their vectors of meaning, laid out.
  let queries: DenseQueries
  /// The vectors of terms of all queries that there are, and which of them these are.
  let terms: SparseVectors
  let range: Range<Int>
  /// The best hits of each.
  let best: UnsafeMutableBufferPointer<MixedHits>
  /// A product that every document reaches which can be among a query's best.
  var minimums: [Int32]

  init(
    documents: MixedDocuments, queries: DenseQueries, terms: SparseVectors, range: Range<Int>,
    best: UnsafeMutableBufferPointer<MixedHits>
  ) {
    self.documents = documents
    self.queries = queries
    self.terms = terms
    self.range = range
    self.best = best
    minimums = best.map { documents.least($0) }
  }

  /// Whether a document can be among its query's best, lifted by terms.
  @inline(__always)
  func reaches(_ product: kernels_product) -> Bool {
    let (threshold, reach) = (best[Int(product.query)].threshold, best[Int(product.query)].reach)
    return documents.reaches(
      threshold, product.product, plus: reach * documents.norms[Int(product.document)])
  }
}
