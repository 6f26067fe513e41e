/// Who should meet whom in one period: the best candidates under everyone's capacity.
public struct Matching: Hashable, Sendable {
  /// The chosen candidates, best first.
  public let candidates: [Candidate]
  /// The pairs that were good enough but had no room, best first.
  public let cutOff: [CutOff]

  /// A pair that was left out because somebody already has enough introductions.
  public struct CutOff: Hashable, Sendable, Codable {
    /// The contact with the smaller identifier.
    public let first: Contact.ID
    /// The contact with the larger identifier.
    public let second: Contact.ID
    /// What an introduction of the two would have been worth.
    public let score: Double
    /// Whose capacity was used up; one of the two, or both.
    public let by: [Contact.ID]
  }
}
