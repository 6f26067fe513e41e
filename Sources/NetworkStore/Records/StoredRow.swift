internal import GRDB
internal import GRDBSQLite

/// The values of a row, or of several one after the other, on their way into SQLite: as ``RowBytes``.
///
/// One value is used for all rows of a table: its buffer stays, and SQLite reads the texts where they stand. An import
/// of a hundred thousand contacts writes some five million values, and an object for each would take longer than
/// SQLite does.
struct StoredRow {
  /// The values; see ``RowBytes``.
  private(set) var bytes: [UInt8] = []

  /// Empties the row for the next one.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Leaves the first values alone.
  mutating func keepFirst(_ count: Int) { bytes.removeLast(bytes.count - RowBytes.end(of: count, in: bytes)) }

  mutating func add(_ text: String?) {
    guard let text else { return bytes.append(RowBytes.Kind.null.rawValue) }
    add { $0.append(contentsOf: text.utf8) }
  }

  mutating func add(_ number: Int?) {
    guard let number else { return bytes.append(RowBytes.Kind.null.rawValue) }
    add(.integer, UInt64(bitPattern: Int64(number)))
  }

  mutating func add(_ number: Double?) {
    guard let number else { return bytes.append(RowBytes.Kind.null.rawValue) }
    add(.real, number.bitPattern)
  }

  mutating func add(_ flag: Bool) { add(.integer, flag ? 1 : 0) }

  /// Adds what writes itself as UTF-8.
  mutating func add(_ write: (inout [UInt8]) -> Void) {
    bytes.append(RowBytes.Kind.text.rawValue)
    let length = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 4))
    write(&bytes)
    let count = UInt32(bytes.count - length - 4).littleEndian
    bytes.withUnsafeMutableBytes { $0.storeBytes(of: count, toByteOffset: length, as: UInt32.self) }
  }

  mutating func add(_ value: DatabaseValue) {
    switch value.storage {
    case .null: bytes.append(RowBytes.Kind.null.rawValue)
    case .int64(let number): add(.integer, UInt64(bitPattern: number))
    case .double(let number): add(.real, number.bitPattern)
    case .string(let text): add(text)
    case .blob: preconditionFailure("a network's tables hold no blobs")
    }
  }

  private mutating func add(_ kind: RowBytes.Kind, _ number: UInt64) {
    bytes.append(kind.rawValue)
    RowBytes.append(number, to: &bytes)
  }

  /// Executes a statement that takes the values of a row and gives no rows.
  ///
  /// - Parameter start: where the row begins, of several.
  /// - Returns: where it ends.
  @discardableResult
  func execute(_ statement: Statement, from start: Int = 0) throws -> Int {
    let handle = statement.sqliteStatement
    let (code, end) = bytes.withUnsafeBytes { bytes in
      var index = start
      for column in 1...max(1, sqlite3_bind_parameter_count(handle)) {
        let kind = RowBytes.Kind(rawValue: bytes[index])
        index += 1
        switch kind {
        case .integer:
          sqlite3_bind_int64(handle, column, Int64(bitPattern: RowBytes.number(in: bytes, at: index)))
          index += 8
        case .real:
          sqlite3_bind_double(handle, column, Double(bitPattern: RowBytes.number(in: bytes, at: index)))
          index += 8
        case .text:
          let count = RowBytes.length(in: bytes, at: index)
          // Without a destructor, SQLite makes no copy: the bytes stay until the row is in.
          let text = (bytes.baseAddress! + index + 4).assumingMemoryBound(to: CChar.self)
          sqlite3_bind_text(handle, column, text, Int32(clamping: count), nil)
          index += 4 + count
        default: sqlite3_bind_null(handle, column)
        }
      }
      let code = sqlite3_step(handle)
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
      return (code, index)
    }
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))), sql: statement.sql)
    }
    return end
  }
}
