/// A table whose columns are known by their headers, such as a file of a LinkedIn archive.
struct HeadedTable {
  private let reader: CSVReader
  /// The headers, folded to ASCII letters.
  private let headers: [String]

  /// Finds the header among the first rows; nil if none of them fits.
  ///
  /// - Parameter fits: whether folded headers are those of the table.
  init?(_ text: SourceText, where fits: (Set<String>) -> Bool) {
    guard let found = Self.find(in: text, where: { fits(Set($0.map(Self.folded))) }) else { return nil }
    reader = found.reader
    headers = found.headers.map(Self.folded)
  }

  /// The first row, not too far down, whose cells are the headers of a table, and a reader of what follows; nil if there is none.
  static func find(
    in text: SourceText, where fits: ([String]) -> Bool
  ) -> (reader: CSVReader, headers: [String])? {
    for delimiter in Delimiter.allCases {
      var reader = CSVReader(text.bytes, delimiter: delimiter.rawValue)
      var row = CSVRow()
      for _ in 0..<deepestHeader {
        guard reader.next(&row) else { break }
        guard row.problem == nil, row.cells.count <= 100 else { continue }
        let headers = row.cells.map { reader.value(of: $0) }
        if fits(headers) { return (reader, headers) }
      }
    }
    return nil
  }

  /// Hands each row that is not blank to a closure, which tells whether the row is a record; what it throws is counted as
  /// a skipped one.
  func forEach(
    _ summary: inout Import.Summary, _ body: (Row) throws(RecordProblem) -> Bool
  ) {
    var reader = reader
    var row = CSVRow()
    while reader.next(&row) {
      if reader.isBlank(row) { continue }
      do throws(RecordProblem) {
        try row.check(width: headers.count, reader)
        if try body(try Row(row, headers, reader)) { summary.read += 1 }
      } catch {
        summary.read += 1
        summary.skip(line: row.line, error)
      }
    }
  }

  /// The ASCII letters of a header.
  static func folded(_ header: String) -> String { FoldedText(header).slug.filter(\.isLetter) }

  private static let deepestHeader = 20

  /// A row by its headers.
  struct Row {
    /// The 1-based line on which it begins.
    let line: Int
    private var values: [String: String] = [:]

    fileprivate init(_ row: CSVRow, _ headers: [String], _ reader: CSVReader) throws(RecordProblem) {
      line = row.line
      for (header, cell) in zip(headers, row.cells) where !cell.isEmpty && values[header] == nil {
        let value = reader.value(of: cell)
        if value.isEmpty || value == "NA" { continue }
        try FieldLimit.notes.check(value, of: header)
        values[header] = value
      }
    }

    /// The value under the first of some headers that has one.
    subscript(headers: String...) -> String? { headers.lazy.compactMap { values[$0] }.first }

    /// First and last name in one.
    func name(_ first: String, _ last: String) -> String {
      [values[first], values[last]].compactMap { $0 }.joined(separator: " ")
    }
  }
}
