/// A setting is out of its range.
public struct SettingsError: Error, Hashable, Sendable {
  /// The setting's name, as in ``Settings``.
  public let setting: String
  /// The value that was given.
  public let value: Double
  /// What is allowed.
  public let allowed: String
}

extension SettingsError: CustomStringConvertible {
  /// Setting, value and what is allowed.
  public var description: String { "the setting \(setting) is \(value); it must be \(allowed)" }
}
