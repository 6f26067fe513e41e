/// Everything there is to say about one pair of contacts: why it scores as it does, or why it isn't proposed.
public struct Assessment: Hashable, Sendable {
  /// The pair with its matches and score; if no match reaches the minimum relevance, with the weaker ones; nil
  /// if no need of one meets an offer of the other at all.
  public let candidate: Candidate?
  /// Why the pair is not proposed; empty if it may be.
  public let exclusions: [Exclusion]
}
