/// The stable name of one entity within a network: `Contact.ID`, `Listing.ID`.
///
/// An identifier is a non-empty text without control characters. Identifiers are compared and sorted by their UTF-8
/// bytes, so that the same ones are equal, in the same order, on every machine and in every database; a letter with
/// an accent and one whose accent is a character of its own make two. The type parameter keeps a contact's identifier
/// from being passed where a listing's is meant.
public struct Identifier<Entity>: Hashable, Comparable, Sendable {
  /// The identifier as written in files.
  public let rawValue: String

  /// Wraps a text; whether it is usable is checked where a ``Network`` is made.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// Whether the UTF-8 bytes are the same.
  public static func == (left: Self, right: Self) -> Bool {
    compare(left, right) { one, other in
      one.count == other.count && firstDifference(one, other) == nil
    }
  }

  /// Hashes the UTF-8 bytes.
  public func hash(into hasher: inout Hasher) {
    var text = rawValue
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Orders by UTF-8 bytes.
  public static func < (left: Self, right: Self) -> Bool {
    compare(left, right) { one, other in
      guard let index = firstDifference(one, other) else { return one.count < other.count }
      return one[index] < other[index]
    }
  }

  /// Hands the bytes of two identifiers over: sorting a network compares them some million times.
  private static func compare(
    _ left: Self, _ right: Self, _ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) -> Bool
  ) -> Bool {
    var (one, other) = (left.rawValue, right.rawValue)
    return one.withUTF8 { one in
      other.withUTF8 { other in body(UnsafeRawBufferPointer(one), UnsafeRawBufferPointer(other)) }
    }
  }

  /// Where the bytes as far as both go differ first.
  private static func firstDifference(
    _ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer
  ) -> Int? {
    let count = min(one.count, other.count)
    var index = 0
    while index + 8 <= count {
      let first = one.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let second = other.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if first != second { return index + (first ^ second).littleEndian.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count {
      if one[index] != other[index] { return index }
      index += 1
    }
    return nil
  }
}

extension Identifier: ExpressibleByStringLiteral {
  /// Wraps a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension Identifier: CustomStringConvertible {
  /// The identifier as written in files.
  public var description: String { rawValue }
}

extension Identifier: Codable {
  /// Reads a text.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes a text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
