/// A record that an import left out, or a part of one: where it stands, and why.
public struct SkippedRecord: Hashable, Sendable {
  /// The file, as it was named.
  public let file: String
  /// The 1-based line on which the record begins.
  public let line: Int
  /// Why, in a few words; where one field is at fault, they begin with its name: `needs[2].until: …`.
  public let reason: String
}

extension SkippedRecord: CustomStringConvertible {
  /// `contacts.csv:17: has no name, id, web address or e-mail address`.
  public var description: String { "\(file):\(line): \(reason)" }
}
