import Foundation
import Models
import Retrieval

/// The models that the rankers need, and what they have read: the sets have many texts in common.
final class Encoders {
  private let text: TextEncoder
  private let use: (tokeniser: UnigramTokeniser, encoder: UniversalSentenceEncoder)
  private let miniLM: (tokeniser: WordPieceTokeniser, encoder: MiniLM)
  private var known: [String: Slice<FlatArray<Int8>>] = [:]

  /// Opens the models in a folder.
  init(folder: String) throws(ModelError) {
    text = try TextEncoder(folder: folder)
    let useFile = try ModelFile("\(folder)/use.lkm"), miniLMFile = try ModelFile("\(folder)/minilm.lkm")
    use = (try UnigramTokeniser(useFile), try UniversalSentenceEncoder(useFile))
    miniLM = (try WordPieceTokeniser(miniLMFile), try MiniLM(miniLMFile))
  }

  /// For each query the best documents.
  func join(_ queries: [String], _ documents: [String], by ranker: Ranker, limit: Int) -> [[Hit]] {
    switch ranker {
    case .words: join(queries, documents, by: Similarity.words, limit: limit)
    case .ngrams: join(queries, documents, by: Similarity.ngrams, limit: limit)
    case .lexical: join(queries, documents, by: Similarity.lexical, limit: limit)
    case .semantic: join(queries, documents, by: Similarity.semantic, limit: limit)
    case .hybrid: join(queries, documents, by: Similarity.hybrid, limit: limit)
    case .use: joinByUse(queries, documents, limit: limit)
    case .minilm: joinByMiniLM(queries, documents, limit: limit)
    }
  }

  /// As linkup itself finds them: by a similarity.
  private func join(
    _ queries: [String], _ documents: [String], by similarity: Similarity, limit: Int
  ) -> [[Hit]] {
    let comparison = TextComparison(
      queries: queries, documents: documents, similarity: similarity, encoder: text, encode: vectors)
    return comparison.documents.join(
      comparison.queries, limit: limit, threads: Self.threads
    ).map(Array.init)
  }

  private static let threads = ProcessInfo.processInfo.activeProcessorCount

  private func vectors(of texts: [String]) -> SemanticVectors {
    let new = Array(Set(texts.filter { known[$0] == nil })).sorted()
    let read = text.encode(new, threads: Self.threads)
    for (index, text) in new.enumerated() { known[text] = read[index] }
    var vectors = SemanticVectors()
    for text in texts { known[text].map { vectors.append($0) } }
    return vectors
  }

  /// By the cosine of USE's vectors alone.
  private func joinByUse(_ queries: [String], _ documents: [String], limit: Int) -> [[Hit]] {
    join(queries, documents, width: UniversalSentenceEncoder.width, limit: limit) { texts in
      var known = KnownPieces()
      return use.encoder.encode(texts.map { use.tokeniser.pieces(of: $0) }, known: &known, on: .best)
    }
  }

  /// By the cosine of MiniLM's vectors alone. What is longer than it can read is cut off, as its makers do.
  private func joinByMiniLM(_ queries: [String], _ documents: [String], limit: Int) -> [[Hit]] {
    join(queries, documents, width: MiniLM.width, limit: limit) { texts in
      let pieces = texts.map { text in
        let pieces = miniLM.tokeniser.pieces(of: text)
        return pieces.count > MiniLM.longest ? pieces.prefix(MiniLM.longest - 1) + pieces.suffix(1) : pieces
      }
      return miniLM.encoder.encode(pieces, on: .best)
    }
  }

  /// Compares all with all, by vectors of floats of length one.
  private func join(
    _ queries: [String], _ documents: [String], width: Int, limit: Int, encode: ([String]) -> [Float]
  ) -> [[Hit]] {
    func rows(_ texts: [String]) -> [Float] {
      stride(from: 0, to: texts.count, by: 64).flatMap {
        encode(Array(texts[$0..<min($0 + 64, texts.count)]))
      }
    }
    let rights = rows(documents)
    // The kernels want a multiple of 32; the rest is zero, and no hit.
    let matrix = FloatMatrix(inputs: width, outputs: (documents.count + 31) / 32 * 32) {
      $1 < documents.count ? rights[$1 * width + $0] : 0
    }
    let lefts = rows(queries)
    return queries.indices.map { query in
      let scores = matrix.multiply(Array(lefts[query * width..<(query + 1) * width]), on: .best)
      var top = TopHits(limit: limit)
      for document in documents.indices where scores[document] > 0 {
        top.offer(Hit(document: UInt32(document), score: scores[document]))
      }
      return top.removeAll()
    }
  }
}
