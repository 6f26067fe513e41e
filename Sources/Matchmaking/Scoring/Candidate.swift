/// Two contacts who might be introduced, all matches between them, and one score.
public struct Candidate: Hashable, Sendable {
  /// The contact with the smaller identifier.
  public let first: Contact.ID
  /// The contact with the larger identifier.
  public let second: Contact.ID
  /// All matches between the two, in both directions, best first; never empty.
  public let matches: [Match]
  /// What links the two besides.
  public let trust: Trust
  /// How much an introduction is worth, 0…1.
  public let score: Double
  /// How the score comes about.
  public let explanation: Explanation

  /// Whether each of the two has something that the other needs.
  public var isSwap: Bool { Set(matches.compactMap(\.need.contact)).count == 2 }

  /// The contact who is not `id`.
  public func other(than id: Contact.ID) -> Contact.ID { id == first ? second : first }
}
