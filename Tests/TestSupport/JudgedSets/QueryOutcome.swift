internal import Foundation

/// How well one query was answered. What can't be said of a query, for want of a right document, is nil.
package struct QueryOutcome {
  /// Järvelin and Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques" (2002), at rank 10, with the
  /// gain 2^grade - 1 and the discount 1/log2(rank + 1).
  package let nDCG: Double?
  /// Whether the first document is right.
  package let isRight: Bool
  /// The mean of the precisions at the right documents' ranks.
  package let averagePrecision: Double?
  /// Right documents in the top 10, of those that could be there.
  package let recall: Double?
  /// The first document's score; for a query without any, below all others.
  package let topScore: Float
  /// What is claimed of the first ten documents.
  package let claims: [Claim]

  /// A chance that was given to a document, and what came of it.
  package struct Claim {
    package let relevance: Double
    package let isRight: Bool
  }

  private static let depth = 10

  /// Judges an answer.
  ///
  /// - Parameters:
  ///   - hits: the documents found, best first, each with the relevance that is claimed for it, if any is.
  ///   - grades: those of the judged documents.
  package init(hits: [(document: String, score: Float, relevance: Double?)], grades: [String: Int]) {
    let found = hits.map { grades[$0.document] ?? 0 }
    let right = grades.values.count { $0 == 2 }
    let ideal = Self.gain(grades.values.sorted(by: >))
    nDCG = ideal > 0 ? Self.gain(found) / ideal : nil
    isRight = found.first == 2
    var seen = 0.0
    var precisions = 0.0
    for (rank, grade) in found.enumerated() where grade == 2 {
      seen += 1
      precisions += seen / Double(rank + 1)
    }
    averagePrecision = right > 0 ? precisions / Double(right) : nil
    recall =
      right > 0 ? Double(found.prefix(Self.depth).count { $0 == 2 }) / Double(min(Self.depth, right)) : nil
    claims = zip(hits, found).prefix(Self.depth).compactMap { hit, grade in
      hit.relevance.map { Claim(relevance: $0, isRight: grade == 2) }
    }
    topScore = hits.first?.score ?? -.infinity
  }

  private static func gain(_ grades: [Int]) -> Double {
    grades.prefix(depth).enumerated().reduce(0) {
      $0 + (exp2(Double($1.element)) - 1) / log2(Double($1.offset + 2))
    }
  }
}
