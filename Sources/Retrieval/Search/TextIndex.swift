/// Texts to search in: exact top-k by the mix of two inner products, of terms and of meaning. Immutable.
///
/// Where the texts or the queries have no vectors of meaning, terms decide alone.
package struct TextIndex: Sendable {
  /// The texts' vectors.
  package let documents: TextVectors
  private let blocks: DocumentBlocks
  private let terms: LexicalIndex
  private let meanings: ByteMatrix?
  private let mix: SimilarityMix
  private let set: InstructionSet

  /// Queries that are compared with all documents at a time, so that each document is read once for all of them.
  private static let block = 12
  /// Queries a thread takes at a time: enough to hide the hand-over, few enough to share the work evenly.
  private static let chunk = 240

  /// Indexes the documents' vectors. Complexity: O(entries of all vectors).
  package init(_ documents: TextVectors, mix: SimilarityMix, on set: InstructionSet = .best) {
    self.documents = documents
    self.mix = mix
    self.set = set
    blocks = DocumentBlocks(documents.terms)
    terms = LexicalIndex(blocks)
    meanings =
      mix.meaning == 0
      ? nil
      : documents.meaning.map { meaning in
        meaning.bytes.withUnsafeBufferPointer { ByteMatrix($0, columns: SemanticVectors.width) }
      }
  }

  /// An index of more documents, which finds nothing in place of some.
  ///
  /// - Complexity: O(entries of all vectors).
  func with(_ more: TextVectors, without withdrawn: Set<Int>) -> TextIndex {
    var documents = documents
    documents.append(more)
    return TextIndex(documents.without(withdrawn), mix: mix, on: set)
  }

  /// Room that a search needs; one for each thread.
  package struct Scratch {
    fileprivate let terms: LexicalIndex.Scratch
    fileprivate var sums: [Float] = []
    fileprivate var products: [Int32] = []
  }

  /// Room for ``search(_:_:limit:above:scratch:)``.
  package func makeScratch() -> Scratch { Scratch(terms: terms.makeScratch()) }

  /// The similarity of one query and one document: the same bits as in a search.
  ///
  /// - Complexity: O(entries of both).
  package func similarity(of queries: TextVectors, _ query: Int, with document: Int) -> Float {
    similarity(of: queries, query, with: document, of: documents)
  }

  /// The same with a document that the index doesn't have.
  func similarity(
    of queries: TextVectors, _ query: Int, with document: Int, of documents: TextVectors
  ) -> Float {
    let terms = queries.terms.dot(query, with: document, of: documents.terms)
    guard meanings != nil, let mine = queries.meaning, let theirs = documents.meaning else { return terms }
    return mix.terms * terms + mix.meaning * SemanticVectors.similarity(mine[query], theirs[document])
  }

  /// The best `limit` documents above `minimum` for one query, best first.
  ///
  /// - Parameters:
  ///   - minimum: 0 or more, where terms decide alone.
  ///   - scratch: room made by ``makeScratch()``.
  /// - Complexity: O(postings of the query's terms + documents).
  package func search(
    _ queries: TextVectors, _ query: Int, limit: Int, above minimum: Float, scratch: inout Scratch
  ) -> [Hit] {
    guard readsMeaning(of: queries) else {
      return terms.search(queries.terms, query, limit: limit, above: minimum, scratch: scratch.terms)
    }
    return search(queries, query..<query + 1, limit: limit, above: minimum, scratch: &scratch)[0]
  }

  /// The best `limit` documents above `minimum` for each query, in the queries' order.
  ///
  /// The result is the same, bit for bit, for every number of threads: a query is answered by one thread.
  ///
  /// - Parameters:
  ///   - minimum: 0 or more, where terms decide alone.
  ///   - threads: how many threads work, 1 or more.
  /// - Complexity: that of one search, times the queries, over the threads.
  package func join(_ queries: TextVectors, limit: Int, above minimum: Float = 0, threads: Int) -> HitLists {
    var lists = HitLists()
    guard readsMeaning(of: queries) else {
      blocks.join(queries.terms, limit: limit, above: minimum, threads: threads) { lists.append($0) }
      return lists
    }
    let found = [[Hit]](unsafeUninitializedCapacity: queries.count) { buffer, initialized in
      // Each query's slot is written once, by the one thread that has its chunk.
      nonisolated(unsafe) let slots = buffer
      let chunks = (queries.count + Self.chunk - 1) / Self.chunk
      Threads.run(min(threads, max(1, chunks))) { thread in
        var scratch = makeScratch()
        for number in stride(from: thread, to: chunks, by: threads) {
          let end = min((number + 1) * Self.chunk, queries.count)
          for start in stride(from: number * Self.chunk, to: end, by: Self.block) {
            let block = start..<min(start + Self.block, end)
            for (query, hits) in zip(
              block, search(queries, block, limit: limit, above: minimum, scratch: &scratch))
            {
              slots.initializeElement(at: query, to: hits)
            }
          }
        }
      }
      initialized = queries.count
    }
    for hits in found { lists.append(hits) }
    return lists
  }

  private func readsMeaning(of queries: TextVectors) -> Bool { meanings != nil && queries.meaning != nil }

  private func search(
    _ queries: TextVectors, _ block: Range<Int>, limit: Int, above minimum: Float, scratch: inout Scratch
  ) -> [[Hit]] {
    guard limit > 0, documents.count > 0 else { return block.map { _ in [] } }
    let width = meanings?.outputs ?? 0
    if let meanings, let mine = queries.meaning {
      if scratch.products.count < block.count * width {
        scratch.products = [Int32](repeating: 0, count: block.count * width)
      }
      let start = block.lowerBound * SemanticVectors.width
      let rows = mine.bytes[start..<start + block.count * SemanticVectors.width].map { UInt8(Int($0) + 128) }
      meanings.multiply(rows, rows: block.count, into: &scratch.products, on: set)
    }
    return block.map { query in
      if scratch.sums.isEmpty { scratch.sums = [Float](repeating: 0, count: documents.count) }
      terms.add(queries.terms, query, to: &scratch.sums)
      if meanings != nil, queries.meaning != nil {
        let start = (query - block.lowerBound) * width
        let unit = SemanticVectors.one * SemanticVectors.one
        scratch.sums.withUnsafeMutableBufferPointer { sums in
          scratch.products.withUnsafeBufferPointer { products in
            for document in sums.indices {
              sums[document] =
                mix.terms * sums[document] + mix.meaning * (Float(products[start + document]) / unit)
            }
          }
        }
      }
      var top = TopHits(limit: limit)
      top.offer(scratch.sums, above: minimum)
      scratch.sums.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
      return top.removeAll()
    }
  }
}

extension TopHits {
  /// Offers documents by their scores, those above the minimum alone, passing over runs of low scores quickly.
  fileprivate mutating func offer(_ scores: [Float], above minimum: Float) {
    let run = 16
    scores.withUnsafeBufferPointer { scores in
      var start = 0
      while start < scores.count {
        let end = min(start + run, scores.count)
        var highest = scores[start]
        for document in start..<end { highest = max(highest, scores[document]) }
        if highest > minimum, highest >= threshold {
          for document in start..<end where scores[document] > minimum && scores[document] >= threshold {
            offer(Hit(document: UInt32(document), score: scores[document]))
          }
        }
        start = end
      }
    }
  }
}
