import Foundation
import Retrieval

/// For each query of a set the best documents with their scores, best first.
struct Ranking {
  /// How deep documents are ranked, and with that how deep MAP looks.
  static let depth = 100

  let rows: [(query: String, hits: [(document: String, score: Float)])]

  /// Ranks a set's documents for each of its queries.
  init(of set: JudgedSet, by similarity: Similarity, encoder: TextEncoder?) {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let comparison = TextComparison(
      queries: set.queries.map(\.text), documents: set.documents.map(\.text), similarity: similarity,
      encoder: encoder, encode: { encoder?.encode($0, threads: threads) ?? SemanticVectors() })
    let found = comparison.documents.join(
      comparison.queries.documents, limit: Self.depth, threads: threads)
    rows = zip(set.queries, found).map { query, hits in
      (query.id, hits.map { (set.documents[Int($0.document)].id, $0.score) })
    }
  }

  /// Writes a run file: query, document and score a line. Scores are written in full, so that whoever reads
  /// them sees the same ties.
  func write(to path: String) throws {
    let lines = rows.flatMap { row in row.hits.map { "\(row.query)\t\($0.document)\t\($0.score)\n" } }
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path))
  }
}
