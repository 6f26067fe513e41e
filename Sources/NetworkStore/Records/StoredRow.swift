internal import GRDB
internal import GRDBSQLite

/// The values of one row in the order of its columns, on their way into a statement.
///
/// One value is used for all rows of a table: its buffers stay, and SQLite reads the texts where they stand. An import
/// of a hundred thousand contacts writes some five million values, and an object for each would take longer than
/// SQLite does.
struct StoredRow {
  private(set) var cells: [Cell] = []
  /// The texts one after the other in UTF-8; the first byte belongs to none, so that there always is one.
  private var bytes: [UInt8] = [0]

  enum Cell {
    case null
    case integer(Int64)
    case real(Double)
    /// Where the text stands.
    case text(Range<Int>)
  }

  /// Empties the row for the next one.
  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    bytes.removeLast(bytes.count - 1)
  }

  /// Leaves the first columns alone.
  mutating func keepFirst(_ count: Int) { cells.removeLast(cells.count - count) }

  mutating func add(_ text: String?) {
    guard let text else { return cells.append(.null) }
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    cells.append(.text(start..<bytes.count))
  }

  mutating func add(_ number: Int?) {
    cells.append(number.map { .integer(Int64($0)) } ?? .null)
  }

  mutating func add(_ number: Double?) {
    cells.append(number.map { .real($0) } ?? .null)
  }

  mutating func add(_ flag: Bool) { cells.append(.integer(flag ? 1 : 0)) }

  /// Adds what writes itself as UTF-8.
  mutating func add(_ write: (inout [UInt8]) -> Void) {
    let start = bytes.count
    write(&bytes)
    cells.append(.text(start..<bytes.count))
  }

  mutating func add(_ value: DatabaseValue) {
    switch value.storage {
    case .null: cells.append(.null)
    case .int64(let number): cells.append(.integer(number))
    case .double(let number): cells.append(.real(number))
    case .string(let text): add(text)
    case .blob: preconditionFailure("a network's tables hold no blobs")
    }
  }

  /// The bytes of a text.
  func text(_ range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  /// Executes a statement that takes these values and gives no rows.
  func execute(_ statement: Statement) throws {
    let handle = statement.sqliteStatement
    let code = bytes.withUnsafeBytes { bytes in
      let texts = bytes.baseAddress!.assumingMemoryBound(to: CChar.self)
      for (index, cell) in cells.enumerated() {
        let column = Int32(truncatingIfNeeded: index + 1)
        switch cell {
        case .null: sqlite3_bind_null(handle, column)
        case .integer(let number): sqlite3_bind_int64(handle, column, number)
        case .real(let number): sqlite3_bind_double(handle, column, number)
        case .text(let range):
          // Without a destructor, SQLite makes no copy: the bytes stay until the row is in.
          sqlite3_bind_text(handle, column, texts + range.lowerBound, Int32(clamping: range.count), nil)
        }
      }
      let code = sqlite3_step(handle)
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
      return code
    }
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))), sql: statement.sql)
    }
  }
}
