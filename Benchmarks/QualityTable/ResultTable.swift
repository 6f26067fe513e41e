import Foundation
import TestSupport

/// The figures of all sets and similarities, a line each.
struct ResultTable {
  private var rows: [(set: JudgedSet, similarity: String, evaluation: Evaluation)] = []

  mutating func append(_ evaluation: Evaluation, of similarity: String, on set: JudgedSet) {
    rows.append((set, similarity, evaluation))
  }

  func text(_ format: TableFormat) -> String {
    switch format {
    case .table: aligned
    case .tsv: separated
    }
  }

  private var aligned: String {
    let heads = ["set", "queries", "documents", "similarity"] + Metric.allCases.map(\.rawValue)
    var previous: String?
    let cells = rows.map { row in
      // A set is named once, so that the eye finds its block.
      let isNew = row.set.name != previous
      previous = row.set.name
      let set =
        isNew ? [row.set.name, "\(row.set.queries.count)", "\(row.set.documents.count)"] : ["", "", ""]
      return set + [row.similarity]
        + row.evaluation.estimates.map {
          $0.value.isNaN ? "" : String(format: "%.3f [%.2f, %.2f]", $0.value, $0.low, $0.high)
        }
    }
    let lines = [heads] + cells
    let widths = heads.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    let table = lines.map { line in
      zip(line, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
        .trimmingSuffix(" ")
    }
    let note =
      "Ranked to depth \(Ranking.depth); intervals hold 95 % of \(Evaluation.samples) bootstrap samples of "
      + "the queries, SplitMix64 with seed \(Evaluation.seed); typos with seed \(Typos.seed)."
    return (table + ["", note]).map { $0 + "\n" }.joined()
  }

  private var separated: String {
    let heads =
      ["set", "queries", "documents", "similarity"]
      + Metric.allCases.flatMap { [$0.rawValue, "\($0.rawValue) low", "\($0.rawValue) high"] }
      + ["samples", "seed"]
    let lines = rows.map { row in
      [row.set.name, "\(row.set.queries.count)", "\(row.set.documents.count)", row.similarity]
        + row.evaluation.estimates.flatMap { [$0.value, $0.low, $0.high] }.map { String(format: "%.6f", $0) }
        + ["\(Evaluation.samples)", "\(Evaluation.seed)"]
    }
    return ([heads] + lines).map { $0.joined(separator: "\t") + "\n" }.joined()
  }
}

extension String {
  fileprivate func trimmingSuffix(_ character: Character) -> String {
    var text = self
    while text.last == character { text.removeLast() }
    return text
  }
}
