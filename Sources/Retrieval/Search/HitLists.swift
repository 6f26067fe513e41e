/// The hits of many queries, each query's best first.
package struct HitLists: Sendable, Equatable, RandomAccessCollection {
  private var hits: [Hit] = []
  private var ends: [Int] = []

  package init() {}

  package init(_ lists: some Sequence<some Collection<Hit>>) {
    for hits in lists { append(hits) }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { ends.count }

  package subscript(query: Int) -> ArraySlice<Hit> {
    hits[(query == 0 ? 0 : ends[query - 1])..<ends[query]]
  }

  /// Appends the hits of one more query.
  package mutating func append(_ hits: some Collection<Hit>) {
    self.hits.append(contentsOf: hits)
    ends.append(self.hits.count)
  }

  /// Appends the hits of more queries.
  package mutating func append(_ batch: HitBatch) {
    for query in batch.queries { append(batch[query]) }
  }
}
