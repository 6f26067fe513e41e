/// Reads the records of a CSV text one after the other, each with the line on which it begins.
///
/// The syntax is RFC 4180's with what real files add: any of LF, CRLF and a lone CR ends a record outside
/// quotes; a quote that does not open its cell is an ordinary character; text after a closing quote on the
/// same line belongs to the cell, as in Python's `csv`.
///
/// A quote counts as stray, and its record as unusable, if it is never closed or if it closes on a later line
/// in the middle of a cell. Reading then goes on at the line after the record's first one, so that one stray
/// quote costs one record.
///
/// SwiftCSV 0.10.0 was measured first and does not fit: it throws for the whole file at `1,x 5" y` and at
/// `"5" pipe",x`, returns all that follows an unclosed quote as one cell without a word, drops the blank last
/// cell of `1,` at the end of a text, and gives no line numbers.
package struct CSVReader {
  /// UTF-8.
  package let bytes: [UInt8]
  /// What separates cells.
  package let delimiter: UInt8
  private(set) var position = 0
  private var line = 1
  /// Bytes read again after stray quotes; bounded so that a hostile file costs linear time.
  private var reread = 0

  /// A reader at the beginning of a text.
  package init(_ bytes: [UInt8], delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  /// Reads the next record; false, with no cells, at the end of the text. Blank lines come as rows with one
  /// empty cell.
  package mutating func next(_ row: inout CSVRow) -> Bool {
    row.begin(line: line)
    guard position < bytes.count else { return false }
    let start = position
    var holdsNUL = false
    while true {
      let cell = position
      if position < bytes.count, bytes[position] == .quote, !skipQuoted(&holdsNUL) {
        let isEnd = !resume(after: start, line: row.line)
        row.problem = RecordProblem(
          reason: "the quote that opens cell \(row.cells.count + 1) is never closed"
            + (isEnd ? "; nothing after it was read, for too many quotes are astray" : ""))
        return true
      }
      while position < bytes.count {
        let byte = bytes[position]
        if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
        if byte == 0 { holdsNUL = true }
        position += 1
      }
      row.cells.append(cell..<position)
      guard position < bytes.count, bytes[position] == delimiter else { break }
      position += 1
    }
    skipLineEnd()
    if holdsNUL { row.problem = RecordProblem(reason: "holds a NUL byte") }
    return true
  }

  /// Whether every cell of a row is blank, which makes it no record.
  func isBlank(_ row: CSVRow) -> Bool {
    row.problem == nil && row.cells.allSatisfy { bytes[$0].allSatisfy { $0.isBlank || $0 == .quote } }
  }

  /// The content of a cell, without its quotes.
  package func content(of cell: Range<Int>) -> ArraySlice<UInt8> {
    let raw = bytes[cell]
    guard raw.first == .quote else { return raw }
    let inner = raw.dropFirst()
    if inner.last == .quote, !inner.dropLast().contains(.quote) { return inner.dropLast() }
    var content: [UInt8] = []
    content.reserveCapacity(inner.count)
    var isQuoted = true
    var index = inner.startIndex
    while index < inner.endIndex {
      let byte = inner[index]
      if isQuoted && byte == .quote {
        if index + 1 < inner.endIndex, inner[index + 1] == .quote {
          content.append(.quote)
          index += 1
        } else {
          isQuoted = false
        }
      } else {
        content.append(byte)
      }
      index += 1
    }
    return content[...]
  }

  /// Goes from an opening quote past the closing one; false if the opening one is stray.
  private mutating func skipQuoted(_ holdsNUL: inout Bool) -> Bool {
    let opened = line
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case .quote:
        position += 1
        guard position < bytes.count, bytes[position] == .quote else { return line == opened || isAtCellEnd }
        position += 1
      case .lineFeed, .carriageReturn: skipLineEnd()
      case let byte:
        if byte == 0 { holdsNUL = true }
        position += 1
      }
    }
    return false
  }

  /// Whether only spaces stand between here and the end of the cell.
  private var isAtCellEnd: Bool {
    var index = position
    while index < bytes.count, bytes[index] == .space { index += 1 }
    guard index < bytes.count else { return true }
    return bytes[index] == delimiter || bytes[index] == .lineFeed || bytes[index] == .carriageReturn
  }

  private mutating func skipLineEnd() {
    guard position < bytes.count else { return }
    let isPair =
      bytes[position] == .carriageReturn && position + 1 < bytes.count && bytes[position + 1] == .lineFeed
    position += isPair ? 2 : 1
    line += 1
  }

  /// Goes back to the second line of a record; false if the text has been read again too often for that.
  private mutating func resume(after start: Int, line first: Int) -> Bool {
    reread += position - start
    guard reread <= 4 * bytes.count + 65_536 else {
      position = bytes.count
      return false
    }
    position = bytes[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? bytes.count
    line = first
    skipLineEnd()
    return true
  }
}
