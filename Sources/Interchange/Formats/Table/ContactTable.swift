internal import Matchmaking

/// Reads a table of contacts: CSV whose first row names the fields.
struct ContactTable {
  private let reader: CSVReader
  private let header: TableHeader
  private let isMapped: Bool

  /// Finds out the delimiter and what the columns mean.
  ///
  /// - Parameters:
  ///   - columns: what columns mean, by their headers, where that is said.
  ///   - mayMiss: whether that may be said of another table.
  init(
    _ text: SourceText, columns: [String: ContactColumn] = [:], mayMiss: Bool = false
  ) throws(UnknownFormat) {
    var reader = CSVReader(text.bytes, delimiter: Delimiter(detectedIn: text.bytes).rawValue)
    var row = CSVRow()
    if Delimiter.said(in: text.bytes) != nil { _ = reader.next(&row) }
    while reader.next(&row), reader.isBlank(row) {}
    let headers = row.cells.map { reader.value(of: $0) }
    isMapped = headers.contains { columns[$0] != nil }
    header = try TableHeader(headers, isMapped || !mayMiss ? columns : [:])
    self.reader = reader
    var second = CSVRow()
    if !header.isNamed, !reader.next(&second) || second.cells.count != row.cells.count {
      // Prose has a word that gives a column away soon enough, but no rows as wide as the first.
      throw UnknownFormat(advice: TableHeader.unknown)
    }
  }

  /// The records of the table; what is no record is counted in the summary.
  func records(_ summary: inout Import.Summary) -> [ContactRecord] {
    summary.isMapped = isMapped
    summary.guesses = header.guesses.map { Import.Guess(header: $0.header, column: $0.column) }
    return reader.records(&summary) { row, reader throws(RecordProblem) in try record(of: row, reader) }
  }

  private func record(of row: CSVRow, _ reader: CSVReader) throws(RecordProblem) -> ContactRecord {
    try row.check(width: header.meanings.count, reader)
    var tableRow = TableRow(line: row.line)
    for (meaning, cell) in zip(header.meanings, row.cells) where !cell.isEmpty {
      let value = reader.value(of: cell)
      if value.isEmpty { continue }
      switch meaning {
      case .known(let column):
        try (column == .notes ? FieldLimit.notes : .text).check(value, of: column.rawValue)
        try tableRow.read(value, as: column, hasLineEnd: reader.hasLineEnd(cell))
      case .place(let part, let address): tableRow.read(value, as: part, of: address)
      case .labels: tableRow.readLabels(value, hasLineEnd: reader.hasLineEnd(cell))
      case .ignored: break
      case .skills: tableRow.record.skills += Skills.parts(of: value)
      case .unknown(let name):
        try FieldLimit.notes.check(value, of: name)
        tableRow.record.contact.unknownFields[name] = JSONText.quoted(value)
      }
    }
    return try tableRow.finished()
  }
}
