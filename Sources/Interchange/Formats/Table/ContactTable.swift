internal import Matchmaking

/// Reads a table of contacts: CSV whose first row names the fields.
struct ContactTable {
  private let reader: CSVReader
  private let header: TableHeader
  private let isMapped: Bool
  /// Whether 5/3 is in March.
  private let isDayFirst: Bool

  /// Finds out the delimiter, the row of headers, which may stand below a title, and what the columns mean.
  ///
  /// - Parameters:
  ///   - columns: what columns mean, by their headers, where that is said.
  ///   - isOneOfMany: whether that may be said of another table, and the table may have nothing to do with people.
  init(
    _ text: SourceText, columns: SaidColumns = SaidColumns(), isOneOfMany: Bool = false
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
          headers, isMapped || !isOneOfMany ? columns : SaidColumns(), ListingColumns(headers, reader))
        try Self.check(header, headers, reader, isOneOfMany: isOneOfMany)
        // Further down there is many a row with a word that a header has.
        if problem != nil, !isMapped, header.namedCount < 2 {
          throw UnknownFormat(advice: TableHeader.unknown)
        }
        (self.reader, self.header, self.isMapped) = (reader, header, isMapped)
        isDayFirst = Self.isDayFirst(header, reader)
        return
      } catch {
        // A title of the table, perhaps.
        problem = problem ?? error
      }
    }
    throw problem ?? UnknownFormat(advice: TableHeader.unknown)
  }

  private static func check(
    _ header: TableHeader, _ headers: [String], _ reader: CSVReader, isOneOfMany: Bool
  ) throws(UnknownFormat) {
    // Prose has a word that gives a column away soon enough, but no rows as wide as the first, and no address in each.
    let isSure = header.isNamed && headers.count(where: { !$0.isEmpty }) > 1 && !isOneOfMany
    if !isSure, !areRows(reader, of: header, width: headers.count) {
      throw UnknownFormat(advice: TableHeader.unknown)
    }
    if isOneOfMany, !header.isOfPeople {
      throw UnknownFormat(
        advice: "has names, and nothing that only a list of people has: if it is one, import it by itself")
    }
  }

  /// Whether most of the first rows are as wide as the header, and what a column of addresses has are addresses.
  private static func areRows(_ reader: CSVReader, of header: TableHeader, width: Int) -> Bool {
    var reader = reader
    var row = CSVRow()
    var (rows, wide, mails, addresses) = (0, 0, 0, 0)
    while rows < 50, reader.next(&row) {
      if reader.isBlank(row) { continue }
      rows += 1
      // Of whatever is plainly a header, rows may be short, or have blank cells behind.
      let isWide =
        header.namedCount > 1 ? (try? row.check(width: width, reader)) != nil : row.cells.count == width
      if isWide, row.problem == nil { wide += 1 }
      for (meaning, cell) in zip(header.meanings, row.cells) where meaning == .known(.emails) && !cell.isEmpty
      {
        mails += 1
        if !reader.value(of: cell).mailAddresses.isEmpty { addresses += 1 }
      }
    }
    // One column of one kind is a list only if it is what the header says.
    let isOne = width == 1
    return (rows > 0 || header.isNamed && !isOne) && 2 * wide >= rows && 2 * addresses >= mails
      && (!isOne || header.isNamed)
  }

  /// Whether in the dates of the last contact the day comes first: as they tell, or else as is usual where semicolons are.
  private static func isDayFirst(_ header: TableHeader, _ reader: CSVReader) -> Bool {
    guard let column = header.meanings.firstIndex(of: .known(.lastContact)) else { return false }
    var reader = reader
    let habit = reader.delimiter == Delimiter.semicolon.rawValue
    var row = CSVRow()
    for _ in 0..<200 where reader.next(&row) && row.cells.count > column {
      let date = CallDate(reader.value(of: row.cells[column]))
      if let isDayFirst = date?.isDayFirst { return isDayFirst }
    }
    return habit || header.isForeign
  }

  /// Whether a text alone in its row sums a table up, or says who made it.
  private static func isFoot(_ text: String) -> Bool {
    let words = text.folded
    return [
      "total", "generated", "mis a jour", "confidential", "copyright", "do not distribute", "stand ",
      "printed",
    ]
    .contains { words.hasPrefix($0) }
  }

  private static let deepestHeader = 20

  /// The records of the table; what is no record is counted in the summary.
  func records(_ summary: inout Import.Summary, progress: (Int) -> Void) -> [ContactRecord] {
    summary.isMapped = isMapped
    summary.guesses = header.guesses.map { Import.Guess(header: $0.header, column: $0.column) }
    return reader.records(&summary, progress: progress) { row, reader throws(RecordProblem) in
      try record(of: row, reader)
    }
  }

  private func record(of row: CSVRow, _ reader: CSVReader) throws(RecordProblem) -> ContactRecord {
    try row.check(width: header.meanings.count, reader)
    if header.meanings.count > 2, let first = row.cells.first, row.cells.dropFirst().allSatisfy(\.isEmpty),
      Self.isFoot(reader.value(of: first))
    {
      throw RecordProblem(
        reason: "\(RecordProblem.shown(reader.value(of: first))) is the foot of the table, no contact")
    }
    var tableRow = TableRow(line: row.line, hasIDs: header.hasIDs, isDayFirst: isDayFirst)
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
