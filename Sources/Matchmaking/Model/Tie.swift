/// Two contacts know each other, and how well. A tie has no direction: the smaller identifier stands first.
public struct Tie: Hashable, Sendable, Codable {
  /// The contact with the smaller identifier.
  public let first: Contact.ID
  /// The contact with the larger identifier.
  public let second: Contact.ID
  /// How they know each other.
  public var kind: Kind
  /// Since when; nil if unknown.
  public var since: Day?
  /// Whether the host typed it: no import changes it then.
  public var byHost: Bool

  /// How two contacts know each other, from closest to loosest.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case kin, friend, colleague, acquaintance
  }

  /// A tie between two contacts, given in either order.
  public init(
    _ one: Contact.ID, _ other: Contact.ID, kind: Kind = .acquaintance, since: Day? = nil,
    byHost: Bool = false
  ) {
    (first, second) = one < other ? (one, other) : (other, one)
    self.kind = kind
    self.since = since
    self.byHost = byHost
  }

  /// Whether the two need no introduction to each other. An acquaintance may still be worth one.
  public var isClose: Bool { kind != .acquaintance }
}
