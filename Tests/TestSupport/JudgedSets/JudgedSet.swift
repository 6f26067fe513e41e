internal import Foundation

/// Queries, documents, and which document is right for which query.
package struct JudgedSet {
  package let name: String
  package let queries: [IdentifiedText]
  /// By id, so that documents of equal score rank by id.
  package let documents: [IdentifiedText]
  /// For each query the grades of its judged documents by id: 2 is right, 1 partly so, 0 wrong.
  package let grades: [[String: Int]]

  package init(
    name: String, queries: [IdentifiedText], documents: [IdentifiedText],
    judgements: [(query: String, document: String, grade: Int)]
  ) {
    self.name = name
    self.queries = queries
    self.documents = documents.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let numbers = Dictionary(uniqueKeysWithValues: zip(queries.map(\.id), queries.indices))
    var grades = [[String: Int]](repeating: [:], count: queries.count)
    for judgement in judgements {
      numbers[judgement.query].map { grades[$0][judgement.document] = judgement.grade }
    }
    self.grades = grades
  }

  /// Writes the queries and grades as they are measured here, `NAME.needs.tsv` and `NAME.qrels.tsv`: binary
  /// judgements have become grades, and tasks made of one file have got ids.
  package func write(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let needs = queries.map { "\($0.id)\t\($0.text)\n" }
    let qrels = zip(queries, grades).flatMap { query, grades in
      grades.sorted { $0.key < $1.key }.map { "\(query.id)\t\($0.key)\t\($0.value)\n" }
    }
    try Data(needs.joined().utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).needs.tsv"))
    try Data(qrels.joined().utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name).qrels.tsv"))
  }
}
