import Foundation
import Retrieval
import TestSupport

/// For each query of a set the best documents with their scores, best first.
struct Ranking {
  /// How deep documents are ranked, and with that how deep MAP looks.
  static let depth = 100

  /// The relevance is nil where the ranker's scores are not calibrated.
  let rows: [(query: String, hits: [(document: String, score: Float, relevance: Double?)])]

  /// Ranks a set's documents for each of its queries.
  init(of set: JudgedSet, by ranker: Ranker, encoders: Encoders) {
    let (queries, documents) = (set.queries.map(\.text), set.documents.map(\.text))
    let found = encoders.join(queries, documents, by: ranker, limit: Self.depth)
    rows = zip(set.queries, found).map { query, hits in
      let best = hits.first?.score ?? 0
      return (
        query.id,
        hits.map { hit in
          let relevance = ranker.calibration?.relevance(hit.score, best: best, pool: documents.count)
          return (set.documents[Int(hit.document)].id, hit.score, relevance)
        }
      )
    }
  }

  /// Writes a run file: query, document and score a line. Scores are written in full, so that whoever reads
  /// them sees the same ties.
  func write(to path: String) throws {
    let lines = rows.flatMap { row in row.hits.map { "\(row.query)\t\($0.document)\t\($0.score)\n" } }
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: path))
  }
}
