import Dispatch

/// The top-k join: for each query the best documents.
package enum Join {
  /// Queries a thread takes at a time: enough to hide the hand-over, few enough to share the work evenly.
  private static let chunk = 256

  /// The best `limit` documents above `minimum` for each query, in the queries' order.
  ///
  /// The result is the same, bit for bit, for every number of threads: a query is answered by one thread.
  ///
  /// - Parameter threads: how many threads work, 1 or more.
  /// - Complexity: that of one search, times the queries, over the threads.
  package static func run(
    _ queries: SparseVectors, with index: InvertedIndex, limit: Int, above minimum: Float = 0, threads: Int
  ) -> [[Hit]] {
    precondition(threads >= 1, "there must be at least one thread, not \(threads)")
    return [[Hit]](unsafeUninitializedCapacity: queries.count) { buffer, initialized in
      // Each query's slot is written once, by the one thread that has its chunk.
      nonisolated(unsafe) let slots = buffer
      let chunks = (queries.count + chunk - 1) / chunk
      DispatchQueue.concurrentPerform(iterations: min(threads, max(1, chunks))) { thread in
        var sums = index.makeSums()
        for number in stride(from: thread, to: chunks, by: threads) {
          for query in number * chunk..<min((number + 1) * chunk, queries.count) {
            let hits = index.search(queries, query, limit: limit, above: minimum, sums: &sums)
            slots.initializeElement(at: query, to: hits)
          }
        }
      }
      initialized = queries.count
    }
  }
}
