import Retrieval
import TestSupport
import Testing

/// Search by meaning and letters against comparing everything.
@Suite struct DenseSearchTests {
  /// Vectors around a few centres, some repeated, as those of real texts are.
  private static func vectors(
    _ texts: [String], terms: SparseVectors, spread: ClosedRange<Int>, using random: inout SeededRandom
  ) -> TextVectors {
    var bytes: [Int8] = []
    for text in texts.indices {
      if text > 0, Int.random(in: 0..<10, using: &random) == 0 {
        bytes += bytes[0..<SemanticVectors.width]
        continue
      }
      var centre = SeededRandom(seed: UInt64.random(in: 1...5, using: &random))
      for _ in 0..<SemanticVectors.width {
        let value = Int.random(in: -60...60, using: &centre) + Int.random(in: spread, using: &random)
        bytes.append(Int8(clamping: value))
      }
    }
    return TextVectors(terms: terms, meaning: SemanticVectors(bytes: bytes))
  }

  private static func texts(_ count: Int, using random: inout SeededRandom) -> [String] {
    (0..<count).map { _ in RandomText.make(using: &random) }
  }

  /// Queries and documents.
  private static func pool(
    _ queryCount: Int, _ documentCount: Int, by similarity: LexicalSimilarity = .lexical,
    spread: ClosedRange<Int> = -30...30, using random: inout SeededRandom
  ) -> (queries: TextVectors, documents: TextVectors) {
    let (mine, theirs) = (texts(queryCount, using: &random), texts(documentCount, using: &random))
    let model = LexicalModel(documents: Texts(theirs), similarity: similarity)
    return (
      vectors(mine, terms: model.queries(Texts(mine)), spread: spread, using: &random),
      vectors(theirs, terms: model.documents, spread: spread, using: &random)
    )
  }

  private static func exhaustive(
    _ index: TextIndex, _ queries: TextVectors, _ query: Int, limit: Int, above minimum: Float
  ) -> [Hit] {
    let hits = (0..<index.documents.count).map {
      Hit(document: UInt32($0), score: index.similarity(of: queries, query, with: $0))
    }
    return Array(hits.filter { $0.score > minimum }.sorted { $0.precedes($1) }.prefix(limit))
  }

  @Test(
    arguments: [
      SimilarityMix.hybrid, .meaning, SimilarityMix(terms: 0.7, meaning: 0.01),
      SimilarityMix(terms: 3, meaning: 0.5),
    ], [UInt64(1), 2, 3])
  func `finds bit for bit what comparing everything would find, on every instruction set`(
    mix: SimilarityMix, seed: UInt64
  ) {
    var random = SeededRandom(seed: seed)
    let spread = [-127...127, -30...30, -3...3][Int(seed) - 1]
    let (queries, documents) = Self.pool(
      seed == 1 ? 5 : Int.random(in: 13...40, using: &random), Int.random(in: 1...400, using: &random),
      by: seed == 2 ? .words : .lexical, spread: spread, using: &random)
    let exhaustive = TextIndex(documents, mix: mix, on: .portable)
    for (limit, minimum) in [(1, Float(0)), (7, -1), (1000, 0.05), (10, .infinity), (0, 0)] {
      let expected = (0..<queries.count).map {
        Self.exhaustive(exhaustive, queries, $0, limit: limit, above: minimum)
      }
      for set in InstructionSet.available {
        let index = TextIndex(documents, mix: mix, on: set)
        let found = index.join(queries, limit: limit, above: minimum, threads: 2)
        var scratch = index.makeScratch()
        for query in 0..<queries.count {
          let comment: Comment = "seed \(seed), \(set), query \(query), limit \(limit), above \(minimum)"
          #expect(Array(found[query]) == expected[query], comment)
          let single = index.search(queries, query, limit: limit, above: minimum, scratch: &scratch)
          #expect(single == expected[query], comment)
        }
      }
    }
  }

  @Test func `gives the same result on any number of threads`() {
    var random = SeededRandom(seed: 7)
    let (queries, documents) = Self.pool(150, 700, using: &random)
    let index = TextIndex(documents, mix: .hybrid)
    let one = index.join(queries, limit: 5, threads: 1)
    for threads in [2, 3, 8, 200] {
      #expect(index.join(queries, limit: 5, threads: threads) == one)
    }
  }

  @Test func `finds nothing among no documents and for no queries`() {
    var random = SeededRandom(seed: 8)
    let (queries, none) = Self.pool(2, 0, using: &random)
    let nowhere = TextIndex(none, mix: .hybrid)
    #expect(nowhere.join(queries, limit: 3, threads: 2) == HitLists([[], []]))
    var scratch = nowhere.makeScratch()
    #expect(nowhere.search(queries, 1, limit: 3, above: 0, scratch: &scratch).isEmpty)
    let (nobody, documents) = Self.pool(0, 20, using: &random)
    let index = TextIndex(documents, mix: .hybrid)
    #expect(index.join(nobody, limit: 3, threads: 2).isEmpty)
    #expect(index.join(nobody, limit: 3, threads: 2, in: index.meaningLists(threads: 2)).isEmpty)
    let found = nowhere.join(queries, limit: 3, threads: 2, in: nowhere.meaningLists(threads: 2))
    #expect(found == HitLists([[], []]))
  }

  @Test func `compares letters alone where a side has no meaning`() {
    var random = SeededRandom(seed: 3)
    let texts = ["plumber", "gardener", "cook"]
    let model = LexicalModel(documents: Texts(texts), similarity: .lexical)
    let documents = Self.vectors(texts, terms: model.documents, spread: -30...30, using: &random)
    let queries = TextVectors(terms: model.queries(Texts(["a plumber"])))
    let found = TextIndex(documents, mix: .hybrid).join(queries, limit: 3, threads: 1)
    let letters = TextIndex(TextVectors(terms: model.documents), mix: .terms).join(
      queries, limit: 3, threads: 1)
    #expect(found == letters)
  }

  /// A slow way to say which lists a query looks through.
  private static func lists(of lists: MeaningLists, for meaning: SemanticVectors, _ query: Int) -> [Int] {
    let products = (0..<lists.count).map {
      SemanticVectors.similarity(lists.centres[$0], meaning[query])
    }
    let judges = products.prefix(256).sorted(by: >)
    return products.indices.filter { products[$0] >= judges[judges.count / 6] }
  }

  @Test(arguments: [SimilarityMix.hybrid, .meaning], [1, 30, 700, 2500])
  func `finds the best of the lists nearest to a query, on every instruction set`(
    mix: SimilarityMix, count: Int
  ) throws {
    var random = SeededRandom(seed: UInt64(count))
    let (queries, documents) = Self.pool(25, count, spread: -90...90, using: &random)
    let meaning = try #require(queries.meaning)
    let slow = TextIndex(documents, mix: mix, on: .portable)
    let lists = try #require(slow.meaningLists(threads: 1))
    #expect((0..<lists.count).flatMap { lists[$0] }.sorted() == (0..<UInt32(count)).map { $0 })
    let expected = (0..<queries.count).map { query in
      Self.lists(of: lists, for: meaning, query).flatMap { lists[$0] }.map {
        Hit(document: $0, score: slow.similarity(of: queries, query, with: Int($0)))
      }.filter { $0.score > 0.05 }.sorted { $0.precedes($1) }.prefix(10)
    }
    let looked = (0..<queries.count).map { query in
      Self.lists(of: lists, for: meaning, query).reduce(0) { $0 + lists[$1].count }
    }
    #expect(count < 700 || looked.reduce(0, +) < queries.count * count / 2)
    for set in InstructionSet.available {
      let index = TextIndex(documents, mix: mix, on: set)
      for threads in [1, 2, 7] {
        let found = index.join(
          queries, limit: 10, above: 0.05, threads: threads, in: index.meaningLists(threads: threads))
        #expect(found == HitLists(expected), "\(set), \(threads) threads")
      }
    }
  }

  /// Nearly every document could be lifted among the best by terms, and none is: all have to wait, more than there is room for.
  @Test(arguments: [540, 620, 1100, 1180, 1500])
  func `finds the same where more documents wait than there is room for`(count: Int) {
    let texts = (0..<count).map { "\($0 < 100 ? "shared" : "apart\($0)") word\($0) thing\($0)" }
    let model = LexicalModel(documents: Texts(texts), similarity: .lexical)
    func meaning(_ count: Int) -> SemanticVectors {
      SemanticVectors(bytes: [Int8](repeating: 20, count: count * SemanticVectors.width))
    }
    let documents = TextVectors(terms: model.documents, meaning: meaning(count))
    let needs = TextVectors(
      terms: model.queries(Texts((0..<960).map { "shared need\($0)" })), meaning: meaning(960))
    let index = TextIndex(documents, mix: SimilarityMix(terms: 0.9, meaning: 1))
    let found = index.join(needs, limit: 100, threads: 1)
    // All are nearest to all.
    #expect(index.join(needs, limit: 100, threads: 1, in: index.meaningLists(threads: 1)) == found)
    for need in stride(from: 0, to: 960, by: 97) {
      let expected = (0..<count).map {
        Hit(document: UInt32($0), score: index.similarity(of: needs, need, with: $0))
      }.sorted { $0.precedes($1) }.prefix(100)
      #expect(Array(found[need]) == Array(expected), "need \(need)")
    }
  }
}
