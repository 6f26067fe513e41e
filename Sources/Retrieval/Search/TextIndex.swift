/// Texts to search in: exact top-k by the mix of two inner products, of terms and of meaning. Immutable.
///
/// Where the texts or the queries have no vectors of meaning, terms decide alone.
package struct TextIndex: Sendable {
  /// The texts' vectors.
  package let documents: TextVectors
  private let blocks: DocumentBlocks
  private let terms: LexicalIndex
  private let readsMeaning: Bool
  /// At least the length of each document's vector of terms, and that of the longest, where both terms and meaning count.
  private let norms: FlatArray<Float>
  private let longest: Float
  private let mix: SimilarityMix
  private let set: InstructionSet

  /// Indexes the documents' vectors. Complexity: O(entries of all vectors).
  package init(_ documents: TextVectors, mix: SimilarityMix, on set: InstructionSet = .best) {
    self.documents = documents
    self.mix = mix
    self.set = set
    blocks = DocumentBlocks(documents.terms)
    terms = LexicalIndex(blocks)
    readsMeaning = mix.meaning > 0 && documents.meaning != nil
    norms = FlatArray(readsMeaning ? (0..<documents.count).map(documents.terms.upperBoundOfNorm) : [])
    longest = norms.max() ?? 0
  }

  /// An index that a file keeps; see ``kept(as:)``.
  init(_ file: KeptFile, _ name: String, mix: SimilarityMix, on set: InstructionSet = .best)
    throws(ModelError)
  {
    let blocks = try DocumentBlocks(file, name)
    let meaning = mix.meaning == 0 ? nil : try SemanticVectors(file, "\(name).meaning")
    if let meaning, meaning.count != blocks.count { throw file.damaged("its \(name) have other meanings") }
    self.blocks = blocks
    terms = try LexicalIndex(blocks, file, name)
    documents = TextVectors(terms: blocks.vectors, meaning: meaning)
    readsMeaning = meaning != nil
    norms = try readsMeaning ? file.array("\(name).norms") : FlatArray()
    longest = norms.max() ?? 0
    guard !readsMeaning || norms.count == documents.count else {
      throw file.damaged("its \(name) have no norms")
    }
    self.mix = mix
    self.set = set
  }

  /// The arrays that a file keeps.
  func kept(as name: String) -> [KeptFile.Array] {
    blocks.kept(as: name) + terms.kept(as: name)
      + (documents.meaning.map { meaning in
        [KeptFile.Array("\(name).meaning", meaning.bytes), KeptFile.Array("\(name).norms", norms)]
      } ?? [])
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
    fileprivate let mixed: MixedSearch
  }

  /// Room for ``search(_:_:limit:above:scratch:)``.
  package func makeScratch() -> Scratch { Scratch(terms: terms.makeScratch(), mixed: makeMixedSearch()) }

  private func makeMixedSearch() -> MixedSearch {
    MixedSearch(termCount: readsMeaning ? blocks.frequencies.count : 0, on: set)
  }

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
    guard readsMeaning, let mine = queries.meaning, let theirs = documents.meaning else { return terms }
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
    return withMixedDocuments {
      scratch.mixed.search($0, queries, query..<query + 1, limit: limit, above: minimum)[0]
    }
  }

  /// The best `limit` documents above `minimum` for each query, in the queries' order.
  ///
  /// The result is the same, bit for bit, for every number of threads: a query is answered by one thread.
  ///
  /// - Parameters:
  ///   - minimum: 0 or more, where terms decide alone.
  ///   - threads: how many threads work, 1 or more.
  ///   - lists: made by ``meaningLists(threads:)``, where each query looks through those nearest to it alone.
  /// - Complexity: that of one search, times the queries, over the threads.
  package func join(
    _ queries: TextVectors, limit: Int, above minimum: Float = 0, threads: Int, in lists: MeaningLists? = nil
  ) -> HitLists {
    var result = HitLists()
    guard readsMeaning(of: queries) else {
      blocks.join(queries.terms, limit: limit, above: minimum, threads: threads) { result.append($0) }
      return result
    }
    // Each thread has as many chunks as the others, all of about one size, and as few as there can be: the documents are laid
    // out for each.
    let most = threads * (lists == nil ? MixedSearch.chunk : MixedSearch.listChunk)
    let rounds = (queries.count + most - 1) / most
    let chunk = max(1, (queries.count + rounds * threads - 1) / max(1, rounds * threads))
    let chunks = (queries.count + chunk - 1) / chunk
    let found = [[Hit]](unsafeUninitializedCapacity: queries.count) { buffer, initialized in
      // Each query's slot is written once, by the one thread that has its chunk.
      nonisolated(unsafe) let slots = buffer
      Threads.run(min(threads, max(1, chunks))) { thread in
        withMixedDocuments { documents in
          let search = makeMixedSearch()
          for number in stride(from: thread, to: chunks, by: threads) {
            let range = number * chunk..<min((number + 1) * chunk, queries.count)
            let hits = search.search(documents, queries, range, limit: limit, above: minimum, in: lists)
            for (query, hits) in zip(range, hits) { slots.initializeElement(at: query, to: hits) }
          }
        }
      }
      initialized = queries.count
    }
    for hits in found { result.append(hits) }
    return result
  }

  /// Lists of documents that mean alike, for joins that may miss a few hits; nil where meaning doesn't count.
  ///
  /// - Complexity: O(n^1.5) for n documents.
  package func meaningLists(threads: Int) -> MeaningLists? {
    readsMeaning ? documents.meaning.map { MeaningLists($0, threads: threads, on: set) } : nil
  }

  private func readsMeaning(of queries: TextVectors) -> Bool { readsMeaning && queries.meaning != nil }

  private func withMixedDocuments<Result>(_ body: (MixedDocuments) -> Result) -> Result {
    documents.terms.withForwardVectors { terms in
      norms.withUnsafeBufferPointer { norms in
        (documents.meaning?.bytes ?? FlatArray()).withUnsafeBufferPointer { meaning in
          // Where there is no document nobody reads.
          guard let rows = meaning.baseAddress, let lengths = norms.baseAddress else {
            return body(
              MixedDocuments(
                count: 0, meaning: UnsafePointer(bitPattern: 4)!, terms: terms,
                norms: UnsafePointer(bitPattern: 4)!, longest: 0, mix: mix))
          }
          return body(
            MixedDocuments(
              count: documents.count, meaning: rows, terms: terms, norms: lengths,
              longest: longest, mix: mix))
        }
      }
    }
  }
}
