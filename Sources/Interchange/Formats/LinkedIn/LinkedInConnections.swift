internal import Matchmaking

/// Reads `Connections.csv` out of a LinkedIn archive.
///
/// Above the header may stand a preamble, `Notes:` and a quoted paragraph. The layout of 2018 has no URLs.
/// Files saved again by a statistics program have `NA` in blank cells. Other columns are kept as unknown
/// fields.
struct LinkedInConnections {
  private let reader: CSVReader
  /// What each column means; nil with its header for one that is kept.
  private let columns: [(column: LinkedInColumn?, header: String)]

  /// Finds the header among the first rows; nil if there is none.
  init?(_ text: SourceText) {
    guard let found = HeadedTable.find(in: text, where: { Self.isHeader(Set($0.map(HeadedTable.folded))) })
    else { return nil }
    reader = found.reader
    columns = found.headers.map { (LinkedInColumn(header: $0), $0) }
  }

  /// Whether folded headers are those of connections.
  static func isHeader(_ headers: Set<String>) -> Bool {
    Set(headers.map { LinkedInColumn(header: $0) }).isSuperset(of: [.firstName, .lastName, .connectedOn])
  }

  /// The records; what is no record is counted in the summary.
  func records(
    hasHost: Bool, _ summary: inout Import.Summary, progress: (Int) -> Void
  ) -> [ContactRecord] {
    reader.records(&summary, progress: progress) { row, reader throws(RecordProblem) in
      try record(of: row, reader, hasHost: hasHost)
    }
  }

  private func record(
    of row: CSVRow, _ reader: CSVReader, hasHost: Bool
  ) throws(RecordProblem) -> ContactRecord {
    try row.check(width: columns.count, reader)
    var record = ContactRecord(line: row.line)
    var (first, last) = ("", "")
    var connectedOn: (text: String, day: Day?)?
    for (meaning, cell) in zip(columns, row.cells) where !cell.isEmpty {
      let value = reader.value(of: cell)
      if value.isEmpty || value == "NA" { continue }
      try (meaning.column == nil ? FieldLimit.notes : .text).check(value, of: meaning.header)
      switch meaning.column {
      case .firstName: first = value
      case .lastName: last = value
      case .url: record.contact.urls = [value]
      case .email: record.contact.emails = [value]
      case .company: record.contact.organisation = value
      case .position: record.contact.headline = value
      case .connectedOn:
        let day = LinkedInDay.day(value) ?? CallDate(value)?.day(isDayFirst: true)
        if hasHost {
          record.references.append(
            Reference(
              field: "connectedOn", target: nil,
              meaning: day.map { .connection(since: $0) } ?? .tie(kind: .acquaintance, since: nil)))
        }
        connectedOn = (value, day)
      case nil: record.contact.unknownFields[meaning.header] = JSONText.quoted(value)
      }
    }
    // With an address, the tie says it.
    if record.references.isEmpty || (record.contact.urls.isEmpty && record.contact.emails.isEmpty) {
      record.contact.unknownFields["connectedOn"] = connectedOn.map {
        JSONText.quoted($0.day?.description ?? $0.text)
      }
    }
    record.contact.name = first.isEmpty || last.isEmpty ? first + last : first + " " + last
    try record.validate()
    return record
  }
}
