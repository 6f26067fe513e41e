/// Why a kept index can't be used: build an engine of the whole network instead, and keep its index anew.
public struct KeptIndexError: Error, Hashable, CustomStringConvertible, Sendable {
  /// One line that says why.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
