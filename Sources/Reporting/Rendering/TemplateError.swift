/// Why a template can't be used.
public struct TemplateError: Error, Hashable, CustomStringConvertible, Sendable {
  /// What is wrong with it, and where.
  public let reason: String

  /// What is wrong with it, and where.
  public var description: String { reason }
}
