extension CSVReader {
  /// The records of all rows that are left and not blank; what is no record is counted in the summary.
  ///
  /// Rows are found one after the other, some thousand at a time, and read by several threads: each is read by itself.
  ///
  /// - Parameters:
  ///   - progress: called with how many bytes have been read.
  ///   - record: reads one row that stands in a part of the text.
  func records(
    _ summary: inout Import.Summary, progress: (Int) -> Void,
    record: (CSVRow, CSVReader) throws(RecordProblem) -> ContactRecord
  ) -> [ContactRecord] {
    var reader = self
    var records: [ContactRecord] = []
    var rows: [CSVRow] = []
    var isAtEnd = false
    while !isAtEnd {
      rows.removeAll(keepingCapacity: true)
      while rows.count < Self.rowsAtATime, !isAtEnd {
        var row = CSVRow()
        isAtEnd = !reader.next(&row)
        if !isAtEnd, !reader.isBlank(row) { rows.append(row) }
      }
      summary.read += rows.count
      progress(reader.position)
      if records.isEmpty, !isAtEnd {
        // The first rows tell about how many there are.
        records.reserveCapacity(rows.count * (bytes.count / max(1, reader.position - position) + 1))
      }
      var read = Parallel.map(rows.count) { range in
        let (part, rows) = part(rows[range])
        return rows.map { row in
          Optional(Result<ContactRecord, RecordProblem> { () throws(RecordProblem) in try record(row, part) })
        }
      }
      var next = 0
      for part in read.indices {
        // Taken out: copying a record takes longer than reading it.
        for place in read[part].indices {
          switch read[part][place].take() {
          case .success(let record): records.append(record)
          case .failure(let problem): summary.skip(line: rows[next].line, problem)
          case nil: break
          }
          next += 1
        }
      }
    }
    return records
  }

  /// A reader of some rows alone, and where they stand in it: threads that share their bytes would wait for each other to
  /// count who refers to them.
  private func part(_ rows: ArraySlice<CSVRow>) -> (CSVReader, [CSVRow]) {
    guard let first = rows.lazy.compactMap(\.cells.first).first?.lowerBound,
      let last = rows.lazy.reversed().compactMap(\.cells.last).first?.upperBound
    else { return (self, Array(rows)) }
    let moved = rows.map { row in
      var row = row
      for cell in row.cells.indices {
        row.cells[cell] = row.cells[cell].lowerBound - first..<row.cells[cell].upperBound - first
      }
      return row
    }
    return (CSVReader(Array(bytes[first..<last]), delimiter: delimiter), moved)
  }

  private static let rowsAtATime = 8192
}
