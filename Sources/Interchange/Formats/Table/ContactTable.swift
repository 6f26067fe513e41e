internal import Matchmaking

/// Reads a table of contacts: CSV whose first row names the fields.
struct ContactTable {
  private let reader: CSVReader
  private let header: TableHeader
  private let isMapped: Bool

  /// Finds out the delimiter, the row of headers, which may stand below a title, and what the columns mean.
  ///
  /// - Parameters:
  ///   - columns: what columns mean, by their headers, where that is said.
  ///   - isOneOfMany: whether that may be said of another table, and the table may have nothing to do with people.
  init(
    _ text: SourceText, columns: [String: ContactColumn] = [:], isOneOfMany: Bool = false
  ) throws(UnknownFormat) {
    var reader = CSVReader(text.bytes, delimiter: Delimiter(detectedIn: text.bytes).rawValue)
    var row = CSVRow()
    if Delimiter.said(in: text.bytes) != nil { _ = reader.next(&row) }
    var problem: UnknownFormat?
    for _ in 0..<Self.deepestHeader {
      while reader.next(&row), reader.isBlank(row) {}
      let headers = row.cells.map { reader.value(of: $0) }
      do throws(UnknownFormat) {
        let isMapped = headers.contains { columns[$0] != nil }
        let header = try TableHeader(
          headers, isMapped || !isOneOfMany ? columns : [:], ListingColumns(headers, reader))
        try Self.check(header, width: row.cells.count, reader, isOneOfMany: isOneOfMany)
        (self.reader, self.header, self.isMapped) = (reader, header, isMapped)
        return
      } catch {
        problem = problem ?? error
        // The title of the table, perhaps.
        if headers.count(where: { !$0.isEmpty }) > 1 { break }
      }
    }
    throw problem ?? UnknownFormat(advice: TableHeader.unknown)
  }

  private static func check(
    _ header: TableHeader, width: Int, _ reader: CSVReader, isOneOfMany: Bool
  ) throws(UnknownFormat) {
    var reader = reader
    var second = CSVRow()
    if !header.isNamed, !reader.next(&second) || second.cells.count != width {
      // Prose has a word that gives a column away soon enough, but no rows as wide as the first.
      throw UnknownFormat(advice: TableHeader.unknown)
    }
    if isOneOfMany, !header.isOfPeople {
      throw UnknownFormat(
        advice: "has names, and nothing that only a list of people has: if it is one, import it by itself")
    }
  }

  private static let deepestHeader = 20

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
      case .phoneKind: tableRow.phoneKind = value
      case .listingKind: tableRow.listing.kind = value
      case .listingTitle, .listingDescription:
        try FieldLimit.text.check(value, of: meaning == .listingTitle ? "title" : "description")
        if meaning == .listingTitle {
          tableRow.listing.title = value
        } else {
          tableRow.listing.description = value
        }
      case .skills: tableRow.record.skills += Skills.parts(of: value)
      case .unknown(let name):
        try FieldLimit.notes.check(value, of: name)
        if header.hasListingRows {
          tableRow.listing.unknownFields[name] = JSONText.quoted(value)
        } else {
          tableRow.record.contact.unknownFields[name] = JSONText.quoted(value)
        }
      }
    }
    return try tableRow.finished()
  }
}
