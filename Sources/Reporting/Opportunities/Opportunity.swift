/// One thing that the reader can do this week.
public struct Opportunity: Hashable, Sendable {
  /// What there is to do.
  public let kind: Kind
  /// Whom it is about, whoever gains most first, in a ring each before the one who has what he needs; the
  /// host is not among them.
  public let people: [Person]
  /// Why it is worth doing, in one sentence.
  public let reason: String
  /// The evidence: each need, followed by the offer that meets it.
  public let quotes: [Quote]
  /// The groups that link the two, the smallest first, cleaned like names.
  public let groups: [String]
  /// Where they are, as a phrase such as "both in Toulouse"; nil if too little is known to help.
  public let place: String?
  /// How much it is worth, 0…1: the candidate's score, or its share in it for the weaker direction of a swap
  /// with the host.
  public let score: Double
  /// What to type to learn more, or to record what was done.
  public let commands: [ShellCommand]

  /// What there is to do.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Introduce two contacts to each other, or three in a ring.
    case linkUp = "link-up"
    /// Give a contact what it needs.
    case supply
    /// Ask a contact for what the host needs.
    case ask
  }
}
