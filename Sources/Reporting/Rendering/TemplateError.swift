/// Why a template can't be used.
public struct TemplateError: Error, Hashable, CustomStringConvertible, Sendable {
  /// The line in which reading it ended, counted from 1.
  public let line: Int
  /// What is wrong, by the parser's name for it, such as `expectedSectionEnd`.
  public let reason: String

  /// What is wrong with it, and where.
  public var description: String { "\(line): \(reason)" }
}
