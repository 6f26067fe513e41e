/// Documents to search in by their terms, one query at a time: exact top-k. Immutable.
package struct LexicalIndex: Sendable {
  private let blocks: DocumentBlocks
  private let postings: InvertedIndex

  /// Inverts the documents. Complexity: O(entries + terms).
  ///
  /// - Parameter blockSize: how many documents a block has; for tests.
  package init(_ blocks: DocumentBlocks, blockSize: Int = Self.blockSize) {
    self.blocks = blocks
    postings = InvertedIndex(blocks.vectors, order: blocks.names, blockSize: blockSize)
  }

  /// An index that a file keeps; see ``kept(as:)``.
  init(_ blocks: DocumentBlocks, _ file: KeptFile, _ name: String) throws(ModelError) {
    self.blocks = blocks
    postings = try InvertedIndex(
      file, name, documentCount: blocks.count, termCount: blocks.frequencies.count, blockSize: Self.blockSize)
  }

  /// The arrays that a file keeps, beside those of the blocks.
  func kept(as name: String) -> [KeptFile.Array] { postings.kept(as: name) }

  package static let blockSize = 1 << 16

  /// Room that a search needs; one for each thread.
  package struct Scratch {
    fileprivate let search: BlockSearch
  }

  /// Room for ``search(_:_:limit:above:scratch:)``.
  package func makeScratch() -> Scratch {
    Scratch(
      search: BlockSearch(
        termCount: blocks.frequencies.count, blockSize: min(postings.blockSize, max(1, blocks.count))))
  }

  /// The best `limit` documents above `minimum` for one query, best first: the same as in
  /// ``DocumentBlocks/join(_:limit:above:threads:_:)``.
  ///
  /// - Parameter scratch: room made by ``makeScratch()``.
  /// - Complexity: O(postings of the query's terms), most of which are passed over.
  package func search(
    _ queries: SparseVectors, _ query: Int, limit: Int, above minimum: Float = 0, scratch: Scratch
  ) -> [Hit] {
    let limit = min(limit, blocks.count)
    guard limit > 0 else { return [] }
    let terms = QueryTerms(
      queries, query..<query + 1, frequencies: blocks.frequencies, ordersQueries: false, threads: 1)
    return [Hit](unsafeUninitializedCapacity: limit) { hits, initialized in
      initialized = withUnsafeTemporaryAllocation(of: Int32.self, capacity: 1) { count in
        count[0] = 0
        var best = BestHits(limit: limit, above: minimum, hits.baseAddress!, count.baseAddress!)
        terms.withTerms { search(scratch.search, $0(0), &best) }
        return Int(count[0])
      }
    }
  }

  private func search(_ search: BlockSearch, _ terms: UnsafeBufferPointer<QueryTerm>, _ best: inout BestHits)
  {
    blocks.names.withUnsafeBufferPointer { names in
      blocks.vectors.withForwardVectors { forward in
        postings.withBlocks(names: names.baseAddress!, forward: forward) { blocks in
          // The blocks that promise most come first: what they hold rules most others out.
          let promises = blocks.map { block in
            terms.reduce(0) { $0 + $1.weight * block.head(of: $1.number).pointee.bound }
          }
          for block in blocks.indices.sorted(by: { promises[$0] > promises[$1] }) {
            search.search(blocks[block], terms: terms, best: &best)
          }
        }
      }
    }
  }
}
