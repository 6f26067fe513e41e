import Retrieval
import TestSupport
import Testing

/// Search by meaning and letters against comparing everything.
@Suite struct DenseSearchTests {
  private static func vectors(_ texts: [String], model: LexicalModel, using random: inout SeededRandom)
    -> TextVectors
  {
    let bytes = (0..<texts.count * SemanticVectors.width).map { _ in
      Int8.random(in: -127...127, using: &random)
    }
    return TextVectors(terms: model.queries(Texts(texts)), meaning: SemanticVectors(bytes: bytes))
  }

  @Test(arguments: [SimilarityMix.hybrid, .meaning], [UInt64(1), 2])
  func `finds bit for bit what comparing everything would find, on every instruction set`(
    mix: SimilarityMix, seed: UInt64
  ) {
    var random = SeededRandom(seed: seed)
    let texts = (0..<Int.random(in: 1...150, using: &random)).map { _ in RandomText.make(using: &random) }
    let model = LexicalModel(documents: Texts(texts), similarity: .lexical)
    var documents = Self.vectors(texts, model: model, using: &random)
    documents.terms = model.documents
    let queries = Self.vectors(
      (0..<40).map { _ in RandomText.make(using: &random) }, model: model, using: &random)
    for set in InstructionSet.available {
      let index = TextIndex(documents, mix: mix, on: set)
      for (limit, minimum) in [(1, Float(0)), (7, -1), (1000, 0.05)] {
        let found = index.join(queries, limit: limit, above: minimum, threads: 2)
        for query in 0..<queries.count {
          let hits = (0..<texts.count).map {
            Hit(document: UInt32($0), score: index.similarity(of: queries, query, with: $0))
          }
          let expected = hits.filter { $0.score > minimum }.sorted { $0.precedes($1) }.prefix(limit)
          #expect(
            Array(found[query]) == Array(expected), "seed \(seed), \(set), query \(query), limit \(limit)")
        }
      }
    }
  }

  @Test func `compares letters alone where a side has no meaning`() {
    var random = SeededRandom(seed: 3)
    let texts = ["plumber", "gardener", "cook"]
    let model = LexicalModel(documents: Texts(texts), similarity: .lexical)
    var documents = Self.vectors(texts, model: model, using: &random)
    documents.terms = model.documents
    let queries = TextVectors(terms: model.queries(Texts(["a plumber"])))
    let found = TextIndex(documents, mix: .hybrid).join(queries, limit: 3, threads: 1)
    let letters = TextIndex(TextVectors(terms: model.documents), mix: .terms).join(
      queries, limit: 3, threads: 1)
    #expect(found == letters)
  }
}
