/// The stable name of one entity within a network: `Contact.ID`, `Listing.ID`.
///
/// An identifier is a non-empty text without control characters; it is sorted by its UTF-8 bytes,
/// so that the order is the same on every machine and in every database. The type parameter keeps a contact's identifier
/// from being passed where a listing's is meant.
public struct Identifier<Entity>: RawRepresentable, Hashable, Comparable, Sendable {
  /// The identifier as written in files.
  public let rawValue: String

  /// Wraps a text; whether it is usable is checked where a ``Network`` is made.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Wraps a text.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
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
