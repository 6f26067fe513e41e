public import Matchmaking

/// A change of the network that can be taken back: an import, or a merge of two contacts.
public struct RecordedChange: Hashable, Sendable {
  /// What made the change.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case `import`, merge
  }

  /// Counts up; names the change.
  public let number: Int
  /// What made it.
  public let kind: Kind
  /// The files, or the two contacts.
  public let title: String
  /// When it was made.
  public let day: Day

  /// What is to be remembered of a change that is about to be made.
  public struct Note: Hashable, Sendable {
    let kind: Kind
    let title: String
    let day: Day

    /// A change of a kind, made on a day.
    public init(_ kind: Kind, title: String, day: Day) {
      (self.kind, self.title, self.day) = (kind, title, day)
    }
  }

  /// What came of taking a change back.
  public struct Undone: Hashable, Sendable {
    /// How many rows are again as they were before.
    public internal(set) var restored = 0
    /// Contacts and other parts that were changed since, or that later parts need: they stay.
    public internal(set) var kept: [String] = []
  }
}
