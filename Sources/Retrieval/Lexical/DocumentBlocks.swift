internal import Kernels

/// Documents in the order that suits a join: short ones, whose terms weigh most, before long ones, and those of one
/// length by topic, cut into blocks. Immutable.
///
/// A join passes many queries over one block after another: a block's postings stay in the core's cache, its bounds are
/// tighter than those of all documents, and once a query has good hits, most blocks can't better them and are
/// passed over.
package struct DocumentBlocks: Sendable {
  /// The documents' vectors, by their numbers.
  let vectors: SparseVectors
  /// The documents' numbers, in the blocks' order.
  let names: FlatArray<UInt32>
  /// In how many documents each term stands.
  let frequencies: FlatArray<UInt32>

  /// How many documents a block has.
  private let blockSize: Int

  /// Orders the documents. Complexity: O(entries + n log n).
  ///
  /// - Parameter blockSize: how many documents a block has, at most 65,536.
  package init(_ documents: SparseVectors, blockSize: Int = Self.size) {
    precondition((1...1 << 16).contains(blockSize), "a block can't have \(blockSize) documents")
    self.blockSize = blockSize
    var frequencies = [UInt32](repeating: 0, count: documents.termCount)
    for term in documents.terms { frequencies[Int(term)] += 1 }
    self.frequencies = FlatArray(frequencies)
    names = FlatArray(
      RadixOrder.numbers(documents.count) { document in
        let entries = documents.entries(of: document)
        // Documents with the same topic stand together, so that other blocks are out of the question for its queries.
        let topic = documents.terms[entries].filter { frequencies[Int($0)] >= Self.topicFrequency }
          .min { frequencies[Int($0)] < frequencies[Int($1)] }
        return UInt64(entries.count) << 32 | UInt64(topic ?? .max)
      })
    vectors = documents
  }

  /// Documents that a file keeps; see ``kept(as:)``.
  init(_ file: KeptFile, _ name: String) throws(ModelError) {
    vectors = try SparseVectors(file, name)
    names = try file.array("\(name).order")
    frequencies = try file.array("\(name).frequencies")
    guard names.count == vectors.count else { throw file.damaged("its \(name) have no order") }
    blockSize = Self.size
  }

  /// The arrays that a file keeps.
  func kept(as name: String) -> [KeptFile.Array] {
    vectors.kept(as: name)
      + [KeptFile.Array("\(name).order", names), KeptFile.Array("\(name).frequencies", frequencies)]
  }

  /// How many documents there are.
  package var count: Int { vectors.count }

  /// How many documents a block has, but in tests.
  package static let size = 1 << 14

  /// A term is a topic if it stands in so many documents.
  private static let topicFrequency = 64
  /// Queries whose best hits are kept at a time, at most; and how many hits, but for one query.
  private static let batch = (queries: 1 << 18, hits: 1 << 23)
  /// Queries that a thread takes at a time.
  private static let chunk = 256

  /// The best `limit` documents above `minimum` for each query, in the queries' order.
  ///
  /// The result is the same, bit for bit, as that of comparing every query with every document, on any number of
  /// threads.
  ///
  /// - Parameters:
  ///   - threads: how many threads work, 1 or more.
  ///   - body: is given the hits of some queries after those of all before.
  package func join(
    _ queries: SparseVectors, limit: Int, above minimum: Float = 0, threads: Int,
    _ body: (HitBatch) throws -> Void
  ) rethrows {
    let limit = max(0, min(limit, count))
    let batch = max(1, min(Self.batch.queries, Self.batch.hits / max(1, limit), queries.count))
    let hits = UnsafeMutablePointer<Hit>.allocate(capacity: batch * limit)
    let counts = UnsafeMutablePointer<Int32>.allocate(capacity: batch)
    defer {
      hits.deallocate()
      counts.deallocate()
    }
    let blockCount = (count + blockSize - 1) / blockSize
    let largest = min(blockSize, count)
    let searches = (0..<threads).map { _ in BlockSearch(termCount: frequencies.count, blockSize: largest) }
    let rooms = (0..<min(threads, blockCount)).map { _ in
      TransientBlock(termCount: frequencies.count, size: largest, entryCount: vectors.entryCount)
    }
    for start in stride(from: 0, to: queries.count, by: batch) {
      let range = start..<min(start + batch, queries.count)
      counts.initialize(repeating: 0, count: range.count)
      if limit > 0 { search(queries, range, limit: limit, above: minimum, hits, counts, searches, rooms) }
      try body(HitBatch(queries: range, limit: limit, hits: hits, counts: counts))
    }
  }

  private func search(
    _ queries: SparseVectors, _ range: Range<Int>, limit: Int, above minimum: Float,
    _ hits: UnsafeMutablePointer<Hit>, _ counts: UnsafeMutablePointer<Int32>, _ searches: [BlockSearch],
    _ rooms: [TransientBlock]
  ) {
    // The postings of one block stay in a core's cache in whatever order they are walked.
    let terms = QueryTerms(
      queries, range, frequencies: frequencies, ordersQueries: count > blockSize, threads: searches.count)
    let order = terms.queries
    let chunks = (order.count + Self.chunk - 1) / Self.chunk
    let threads = min(searches.count, max(1, chunks))
    terms.withTerms { terms in
      forEachBlock(in: rooms) { block in
        // A query is one thread's alone.
        nonisolated(unsafe) let (block, terms, hits, counts, searches) = (
          block, terms, hits, counts, searches
        )
        Threads.run(threads) { thread in
          for chunk in stride(from: thread, to: chunks, by: threads) {
            for place in chunk * Self.chunk..<min((chunk + 1) * Self.chunk, order.count) {
              // What the following queries need is fetched while this one is searched for.
              if place + 2 < order.count {
                let query = Int(order[place + 2])
                kernels_prefetch(counts + query)
                kernels_prefetch(hits + (query + 1) * limit - 1)
                for term in terms(place + 1) { kernels_prefetch(block.head(of: term.number)) }
              }
              let query = Int(order[place])
              var best = BestHits(limit: limit, above: minimum, hits + query * limit, counts + query)
              searches[thread].search(block, terms: terms(place), best: &best)
            }
          }
        }
      }
    }
  }

  /// Calls `body` with one block after the other; as many are made at a time as there are rooms.
  private func forEachBlock(in rooms: [TransientBlock], _ body: (PostingBlock) -> Void) {
    var blocks = [PostingBlock?](repeating: nil, count: rooms.count)
    vectors.withForwardVectors { vectors in
      names.withUnsafeBufferPointer { names in
        for first in stride(from: 0, to: count, by: rooms.count * blockSize) {
          let starts = Array(
            stride(from: first, to: min(first + rooms.count * blockSize, count), by: blockSize))
          blocks.withUnsafeMutableBufferPointer { buffer in
            // Each thread makes the one block of its number.
            nonisolated(unsafe) let (blocks, vectors, names, rooms) = (buffer, vectors, names, rooms)
            Threads.run(starts.count) { number in
              let end = min(starts[number] + blockSize, count)
              blocks[number] = rooms[number].fill(
                vectors, UnsafeBufferPointer(rebasing: names[starts[number]..<end]))
            }
          }
          for block in blocks[..<starts.count] { body(block!) }
        }
      }
    }
  }
}
