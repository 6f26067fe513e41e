internal import GRDB

/// Rows as bytes, as the record of a change keeps them: the same values give the same bytes.
///
/// Each value is a byte for its kind, then eight bytes of a number, or the length of a text in four and its UTF-8; numbers
/// are little-endian.
enum RowBytes {
  enum Kind: UInt8 {
    case null, integer, real, text
  }

  /// The bytes of values.
  static func bytes(of values: some Sequence<DatabaseValue>) -> [UInt8] {
    var row = StoredRow()
    for value in values { row.add(value) }
    return row.bytes
  }

  static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// The number at a place.
  static func number(in bytes: UnsafeRawBufferPointer, at index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// The length at a place.
  static func length(in bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)))
  }

  /// Where so many values end.
  static func end(of count: Int, in bytes: [UInt8], from start: Int = 0) -> Int {
    bytes.withUnsafeBytes { bytes in
      var index = start
      for _ in 0..<count {
        switch Kind(rawValue: bytes[index]) {
        case .integer, .real: index += 9
        case .text: index += 5 + length(in: bytes, at: index + 1)
        default: index += 1
        }
      }
      return index
    }
  }

  /// A number that tells a row from what it was before: that a change of the row leaves it as it is, is as unlikely as
  /// anything with 64 bits.
  ///
  /// FNV-1a over words of eight bytes, whose upper half is folded in.
  static func digest(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ word: UInt64) {
      state = (state ^ word) &* 0x0000_0100_0000_01B3
      state ^= state >> 29
    }
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        add(number(in: bytes, at: index))
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
