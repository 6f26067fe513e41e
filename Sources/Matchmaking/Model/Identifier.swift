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
    left.rawValue.utf8.elementsEqual(right.rawValue.utf8)
  }

  /// Hashes the UTF-8 bytes.
  public func hash(into hasher: inout Hasher) {
    var text = rawValue
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// Orders by UTF-8 bytes.
  public static func < (left: Self, right: Self) -> Bool {
    left.rawValue.utf8.lexicographicallyPrecedes(right.rawValue.utf8)
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
