/// All queries against all documents by their terms, for whoever has texts alone: reads the documents once and the queries
/// in batches, so that memory grows with the documents, hardly with the queries. Immutable.
package struct LexicalJoin: Sendable {
  private let model: LexicalModel
  private let documents: DocumentBlocks
  private let threads: Int

  /// Queries whose vectors are held at a time: so many that cutting the documents into blocks anew costs little beside
  /// searching them. Queries are about as long as documents.
  private let batch: Int
  private static let entries = 1 << 21

  /// Reads the documents. Complexity: O(length of all).
  ///
  /// - Parameter threads: how many threads work, 1 or more; results are the same for every number.
  package init(documents: Texts, similarity: LexicalSimilarity, threads: Int) {
    self.threads = threads
    model = LexicalModel(documents: documents, similarity: similarity, threads: threads)
    self.documents = DocumentBlocks(model.documents)
    batch = min(
      1 << 18, max(1 << 10, Self.entries * documents.count / max(1, model.documents.entryCount)))
  }

  /// The best `limit` documents above 0 for each query, handed over in the queries' order.
  package func hits(for queries: Texts, limit: Int, _ body: (HitBatch) throws -> Void) rethrows {
    for start in stride(from: 0, to: queries.count, by: batch) {
      let range = start..<min(start + batch, queries.count)
      try documents.join(model.queries(queries, range, threads: threads), limit: limit, threads: threads) {
        try body($0.shifted(by: start))
      }
    }
  }
}
