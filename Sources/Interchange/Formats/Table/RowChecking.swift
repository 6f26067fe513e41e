extension CSVRow {
  /// Refuses a record that cannot be read, or that has cells for which there is no column. Missing cells are
  /// blank.
  func check(width: Int, _ reader: CSVReader) throws(RecordProblem) {
    if let problem { throw problem }
    if cells.count > width, !cells[width...].allSatisfy({ reader.value(of: $0).isEmpty }) {
      throw RecordProblem(reason: "has \(cells.count) cells where the first row has \(width)")
    }
  }
}

extension CSVReader {
  /// What a cell says: its content without white space around it, nor the apostrophe that keeps a spreadsheet
  /// from running it.
  func value(of cell: Range<Int>) -> String {
    CSVText.unguarded(content(of: cell).trimmed).text
  }

  /// Whether a cell goes over more than one line, be the second one blank.
  func hasLineEnd(_ cell: Range<Int>) -> Bool {
    bytes[cell].contains { $0 == .lineFeed || $0 == .carriageReturn }
  }
}
