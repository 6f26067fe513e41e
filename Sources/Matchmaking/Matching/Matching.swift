/// Who should meet whom in one period: the best candidates under everyone's capacity.
public struct Matching: Hashable, Sendable {
  /// The chosen candidates, best first.
  public let candidates: [Candidate]
  /// The chosen rings of three, best first; no two who meet in one are among the candidates or in another.
  public let rings: [Ring]
  /// The pairs that were good enough but had no room, best first.
  public let cutOff: [CutOff]
  /// The needs that nobody else's offer meets well enough, by identifier.
  public let unmetNeeds: [Listing.ID]
  /// The offers that are good enough for nobody else's need, by identifier.
  public let unusedOffers: [Listing.ID]

  /// A pair that was left out because somebody already has enough introductions.
  ///
  /// Its score may be higher than that of a chosen one: what counts is what all introductions are worth
  /// together.
  public struct CutOff: Hashable, Sendable, Codable {
    /// The contact with the smaller identifier.
    public let first: Contact.ID
    /// The contact with the larger identifier.
    public let second: Contact.ID
    /// What an introduction of the two would have been worth.
    public let score: Double
    /// Whose capacity is used up by the chosen introductions and those of the last period; one of the two, or both.
    public let by: [Contact.ID]
  }

  /// Whether two contacts are to meet, alone or in a ring.
  public func introduces(_ one: Contact.ID, to other: Contact.ID) -> Bool {
    candidates.contains { Set([$0.first, $0.second]) == [one, other] }
      || rings.contains { $0.members.contains(one) && $0.members.contains(other) }
  }
}
