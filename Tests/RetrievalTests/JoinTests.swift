import Retrieval
import TestSupport
import Testing

@Suite struct JoinTests {
  /// Every document's similarity, summed without an index, fully sorted.
  private static func exhaustive(
    _ queries: SparseVectors, _ query: Int, _ documents: SparseVectors, limit: Int, above minimum: Float
  ) -> [Hit] {
    let hits = (0..<documents.count).map {
      Hit(document: UInt32($0), score: queries.dot(query, with: $0, of: documents))
    }
    return Array(hits.filter { $0.score > minimum }.sorted { $0.precedes($1) }.prefix(limit))
  }

  @Test(arguments: LexicalSimilarity.allCases, [UInt64(1), 2, 3, 4])
  func `finds bit for bit what comparing everything would find`(similarity: LexicalSimilarity, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let texts = (0..<Int.random(in: 1...400, using: &random)).map { _ in RandomText.make(using: &random) }
    let model = LexicalModel(documents: Texts(texts), similarity: similarity)
    let queries = model.queries(
      Texts((0..<60).map { _ in RandomText.make(using: &random) } + ["", "zzz unknown", "the"]))
    for blockSize in [5, 64, 1 << 14] {
      let blocks = DocumentBlocks(model.documents, blockSize: blockSize)
      let index = LexicalIndex(blocks, blockSize: blockSize)
      let scratch = index.makeScratch()
      for limit in [1, 3, 10, 1000] {
        for minimum: Float in [0, 0.2] {
          var found = HitLists()
          blocks.join(queries, limit: limit, above: minimum, threads: 1 + limit % 3) { found.append($0) }
          #expect(found.count == queries.count)
          for query in 0..<queries.count {
            let expected = Self.exhaustive(queries, query, model.documents, limit: limit, above: minimum)
            let comment: Comment = "seed \(seed), query \(query), limit \(limit), blocks of \(blockSize)"
            #expect(Array(found[query]) == expected, comment)
            let single = index.search(queries, query, limit: limit, above: minimum, scratch: scratch)
            #expect(single == expected, comment)
          }
        }
      }
    }
  }

  @Test func `gives the same result on any number of threads`() {
    var random = SeededRandom(seed: 7)
    let texts = (0..<3000).map { _ in RandomText.make(using: &random) }
    let model = LexicalModel(documents: Texts(texts), similarity: .lexical)
    let queries = model.queries(Texts(texts.reversed()))
    let index = TextIndex(TextVectors(terms: model.documents), mix: .terms)
    let one = index.join(TextVectors(terms: queries), limit: 5, threads: 1)
    for threads in [2, 3, 8] {
      #expect(index.join(TextVectors(terms: queries), limit: 5, threads: threads) == one)
    }
  }

  @Test(arguments: LexicalSimilarity.allCases)
  func `reads texts into the same vectors on any number of threads`(similarity: LexicalSimilarity) {
    var random = SeededRandom(seed: 13)
    let texts = Texts((0..<9000).map { _ in RandomText.make(using: &random) })
    let needs = Texts((0..<100).map { _ in RandomText.make(using: &random) })
    func found(threads: Int) -> (vectors: SparseVectors, hits: HitLists) {
      var hits = HitLists()
      LexicalJoin(documents: texts, similarity: similarity, threads: threads)
        .hits(for: needs, limit: 7) { hits.append($0) }
      return (LexicalModel(documents: texts, similarity: similarity, threads: threads).documents, hits)
    }
    func entries(_ vectors: SparseVectors) -> ([Int], [UInt32], [Float]) {
      vectors.withEntries { (Array($0), Array($1), Array($2)) }
    }
    let one = found(threads: 1)
    for threads in [2, 3, 8] {
      let several = found(threads: threads)
      #expect(entries(several.vectors) == entries(one.vectors))
      #expect(several.hits == one.hits)
    }
  }

  @Test(arguments: LexicalSimilarity.allCases)
  func `keeps every similarity between 0 and 1`(similarity: LexicalSimilarity) {
    var random = SeededRandom(seed: 11)
    let texts = (0..<200).map { _ in RandomText.make(using: &random) }
    let model = LexicalModel(documents: Texts(texts), similarity: similarity)
    let queries = model.queries(Texts(texts))
    for query in 0..<queries.count {
      for document in 0..<texts.count {
        let score = queries.dot(query, with: document, of: model.documents)
        #expect((0...1).contains(score))
      }
    }
  }

  @Test func `is the same seen from either side`() {
    var random = SeededRandom(seed: 5)
    let model = LexicalModel(
      documents: Texts((0..<150).map { _ in RandomText.make(using: &random) }), similarity: .lexical)
    let queries = model.queries(Texts((0..<150).map { _ in RandomText.make(using: &random) }))
    let transposed = TextIndex(TextVectors(terms: queries), mix: .terms)
    var scratch = transposed.makeScratch()
    for document in 0..<150 {
      for hit in transposed.search(
        TextVectors(terms: model.documents), document, limit: 150, above: 0, scratch: &scratch)
      {
        #expect(hit.score == queries.dot(Int(hit.document), with: document, of: model.documents))
      }
    }
  }

  @Test func `finds nothing among no documents and for no queries`() {
    let model = LexicalModel(documents: Texts(), similarity: .lexical)
    let index = TextIndex(TextVectors(terms: model.documents), mix: .terms)
    #expect(
      index.join(TextVectors(terms: model.queries(Texts(["plumber"]))), limit: 3, threads: 2)
        == HitLists([[]]))
    #expect(index.join(TextVectors(terms: model.queries(Texts([]))), limit: 3, threads: 2).isEmpty)
  }

  @Test func `weighs words that no document has against a match`() {
    let model = LexicalModel(documents: Texts(["plumber", "gardener", "cook"]), similarity: .lexical)
    let queries = model.queries(Texts(["plumber", "plumber unicorns xylophones"]))
    let documents = model.documents
    #expect(queries.dot(0, with: 0, of: documents) > queries.dot(1, with: 0, of: documents))
  }
}
