internal import GRDB

/// Rows as bytes, as the record of a change keeps them: the same values give the same bytes.
///
/// Each value is a byte for its kind, then eight bytes of a number, or the length of a text in four and its UTF-8; numbers
/// are little-endian.
enum RowBytes {
  private enum Kind: UInt8 {
    case null, integer, real, text
  }

  /// Adds the first values of a row.
  static func append(_ row: StoredRow, first count: Int, to bytes: inout [UInt8]) {
    for cell in row.cells.prefix(count) {
      switch cell {
      case .null: bytes.append(Kind.null.rawValue)
      case .integer(let number):
        bytes.append(Kind.integer.rawValue)
        append(UInt64(bitPattern: number), to: &bytes)
      case .real(let number):
        bytes.append(Kind.real.rawValue)
        append(number.bitPattern, to: &bytes)
      case .text(let range):
        bytes.append(Kind.text.rawValue)
        withUnsafeBytes(of: UInt32(range.count).littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: row.text(range))
      }
    }
  }

  /// The bytes of a whole row.
  static func bytes(of row: StoredRow) -> [UInt8] {
    var bytes: [UInt8] = []
    append(row, first: row.cells.count, to: &bytes)
    return bytes
  }

  /// The bytes of values.
  static func bytes(of values: some Sequence<DatabaseValue>) -> [UInt8] {
    var row = StoredRow()
    for value in values { row.add(value) }
    return bytes(of: row)
  }

  static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// A number that tells a row from what it was before: that a change of the row leaves it as it is, is as unlikely as
  /// anything with 64 bits.
  static func digest(_ row: StoredRow) -> UInt64 {
    var bytes: [UInt8] = []
    append(row, first: row.cells.count, to: &bytes)
    return digest(bytes)
  }

  /// FNV-1a over words of eight bytes, whose upper half is folded in.
  static func digest(_ bytes: [UInt8]) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ word: UInt64) {
      state = (state ^ word) &* 0x0000_0100_0000_01B3
      state ^= state >> 29
    }
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
        index += 8
      }
      while index < bytes.count {
        add(UInt64(bytes[index]))
        index += 1
      }
    }
    add(UInt64(bytes.count))
    return state
  }

  /// Reads bytes back, from the front.
  struct Reader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next so many values.
    mutating func values(_ count: Int) throws -> [DatabaseValue] {
      var values: [DatabaseValue] = []
      values.reserveCapacity(count)
      for _ in 0..<count { values.append(try value()) }
      return values
    }

    /// All values that are left.
    mutating func values() throws -> [DatabaseValue] {
      var values: [DatabaseValue] = []
      while !isAtEnd { values.append(try value()) }
      return values
    }

    mutating func number() throws -> UInt64 {
      try take(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    private mutating func value() throws -> DatabaseValue {
      guard let kind = try Kind(rawValue: take(1).first!) else { throw damaged }
      switch kind {
      case .null: return .null
      case .integer: return Int64(bitPattern: try number()).databaseValue
      case .real: return Double(bitPattern: try number()).databaseValue
      case .text:
        let count = try take(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        return String(decoding: try take(count), as: UTF8.self).databaseValue
      }
    }

    private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
      guard rest.count >= count else { throw damaged }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }

    private var damaged: DatabaseError {
      DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the record of a change is damaged")
    }
  }
}
