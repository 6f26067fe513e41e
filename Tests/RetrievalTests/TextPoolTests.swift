import Retrieval
import TestSupport
import Testing

/// Texts that come and go against comparing every one that is there.
@Suite struct TextPoolTests {
  @Test(arguments: [SimilarityMix.hybrid, .terms], [UInt64(1), 2, 3])
  func `finds bit for bit what comparing everything there would find, settled or not`(
    mix: SimilarityMix, seed: UInt64
  ) {
    var random = SeededRandom(seed: seed)
    let texts = (0..<120).map { _ in RandomText.make(using: &random) }
    var model = LexicalModel(documents: Texts(texts[..<60]), similarity: .lexical)
    model.register(Texts(texts[60..<90]))
    model.register(later: Texts(texts[90...]))
    func vectors(_ text: String, isQuery: Bool) -> TextVectors {
      var terms = SparseVectors()
      if isQuery { model.appendQuery(text, to: &terms) } else { model.appendDocument(text, to: &terms) }
      return TextVectors(terms: terms, meaning: mix.meaning == 0 ? nil : meaning(1, &random))
    }
    let queries = (0..<20).map { _ in vectors(RandomText.make(using: &random), isQuery: true) }

    var there: [Int: TextVectors] = [:]
    let first = TextVectors(
      terms: model.documents, meaning: mix.meaning == 0 ? nil : meaning(60, &random))
    for number in 0..<60 { there[number] = first[number] }
    var pool = TextPool(TextIndex(first, mix: mix))
    var (earlier, settled): (TextPool, TextPool?) = (pool, nil)
    for (step, text) in texts[60...].enumerated() {
      if Int.random(in: 0..<3, using: &random) == 0,
        let gone = there.keys.sorted().randomElement(using: &random)
      {
        pool.withdraw(gone)
        there[gone] = nil
      }
      there[pool.count] = vectors(text, isQuery: false)
      pool.add(there[pool.count]!)
      // As when a pool is settled in the background, and goes on meanwhile.
      if step % 20 == 5 { (earlier, settled) = (pool, pool.settled()) }
      if step % 20 == 15, let settled { pool = pool.on(settled, of: earlier) }
      guard step % 7 == 0 else { continue }
      for (number, query) in queries.enumerated() {
        let (limit, minimum) = ([1, 5, 200][number % 3], [Float(0), 0.1][number % 2])
        func score(_ number: Int) -> Float {
          TextIndex(there[number]!, mix: mix).similarity(of: query, 0, with: 0)
        }
        let expected = there.keys.map { Hit(document: UInt32($0), score: score($0)) }
          .filter { $0.score > minimum }.sorted { $0.precedes($1) }.prefix(limit)
        for pool in [pool, pool.settled()] {
          var scratch = pool.makeScratch()
          let found = pool.search(query, 0, limit: limit, above: minimum, scratch: &scratch)
          #expect(found == Array(expected), "seed \(seed), step \(step), limit \(limit)")
        }
        for number in there.keys.sorted().prefix(5) {
          #expect(pool.similarity(of: query, 0, with: number) == score(number))
        }
      }
    }
    #expect(pool.settled().unsettled == 0 && pool.settled().count == pool.count)
  }

  private func meaning(_ count: Int, _ random: inout SeededRandom) -> SemanticVectors {
    SemanticVectors(
      bytes: (0..<count * SemanticVectors.width).map { _ in Int8.random(in: -127...127, using: &random) })
  }
}
