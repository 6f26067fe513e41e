import Foundation
import Retrieval
import TestSupport
import Testing

/// What is found may not get worse unnoticed: fifty topics that ship with the repository, in both languages.
///
/// The floors are one to two points below what was measured; `Benchmarks/quality` prints the same figures.
@Suite struct RelevanceRegressionTests {
  private static let floors: [(pairing: TopicPairing, nDCG: Double)] = [
    (.englishEnglish, 0.92),  // 0.939 on 2026-11-23
    (.frenchFrench, 0.79),  // 0.815
    (.englishFrench, 0.83),  // 0.856
    (.frenchEnglish, 0.87),  // 0.899
    (.mixed, 0.85),  // 0.872
  ]

  @Test(arguments: floors)
  func `finds the offers that meet a need`(pairing: TopicPairing, floor: Double) throws {
    let topics = try TopicPairing.topics(in: Models.repository.appendingPathComponent("data/eval").path)
    let set = pairing.judgedSet(name: pairing.rawValue, topics: topics)
    let comparison = TextComparison(
      queries: set.queries.map(\.text), documents: set.documents.map(\.text), similarity: .hybrid,
      encoder: try Models.encoder())
    let found = comparison.documents.join(comparison.queries, limit: 10, threads: 1)
    let values = zip(found, set.grades).compactMap { hits, grades in
      QueryOutcome(hits: hits.map { (set.documents[Int($0.document)].id, $0.score, nil) }, grades: grades)
        .nDCG
    }
    let nDCG = values.reduce(0, +) / Double(values.count)
    #expect(nDCG >= floor, "nDCG@10 of \(pairing.rawValue) is \(nDCG)")
  }
}
