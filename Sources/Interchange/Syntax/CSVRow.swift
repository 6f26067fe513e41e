/// One record of a CSV file: where its cells stand in the bytes, not yet copied.
package struct CSVRow {
  /// The 1-based line on which the record begins; a quoted cell may carry it over several lines.
  package var line = 1
  /// The cells from left to right, quotes included.
  package var cells: [Range<Int>] = []
  /// Why the record cannot be used, if so.
  package var problem: RecordProblem?

  /// An empty row.
  package init() {}

  /// Makes the row ready for the next record, keeping its storage.
  mutating func begin(line: Int) {
    self.line = line
    cells.removeAll(keepingCapacity: true)
    problem = nil
  }
}
