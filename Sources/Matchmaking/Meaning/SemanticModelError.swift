/// Why the models can't be used.
public struct SemanticModelError: Error, Hashable, CustomStringConvertible, Sendable {
  /// One line that names the file and says what to do.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
