extension Import {
  /// A column of a table whose meaning was guessed from a word in its header.
  public struct Guess: Hashable, Sendable {
    /// As it is written.
    public let header: String
    /// What it was taken for.
    public let column: ContactColumn
  }
}
