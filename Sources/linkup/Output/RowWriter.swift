import Foundation
import Interchange

/// Writes rows for programs.
struct RowWriter {
  let output: StandardOutput

  /// Writes all rows in a format other than `table`.
  func write<R: Row>(_ rows: [R], as format: OutputFormat) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    switch format {
    case .table: preconditionFailure("a table is for people; its command writes it")
    case .json:
      encoder.outputFormatting.insert(.prettyPrinted)
      try output.line(String(decoding: encoder.encode(rows), as: UTF8.self))
    case .jsonl:
      for row in rows { try output.line(String(decoding: encoder.encode(row), as: UTF8.self)) }
    case .csv:
      try output.write(CSVText.line(R.columns))
      for row in rows { try output.write(CSVText.line(row.cells)) }
    }
    try output.flush()
  }
}

extension Double {
  /// With four decimals, as all scores for programs.
  var scoreText: String { String(format: "%.4f", self) }
}
