/// A call, mail, coffee, guestbook entry or comment between two contacts on a day.
public struct Interaction: Hashable, Sendable, Codable {
  /// The contact with the smaller identifier.
  public let first: Contact.ID
  /// The contact with the larger identifier.
  public let second: Contact.ID
  /// When it took place.
  public var day: Day
  /// What took place.
  public var kind: Kind
  /// Who of the two called, wrote or invited; nil if both did, or if it isn't known.
  public var from: Contact.ID?
  /// The host's private words about it.
  public var note: String?

  /// What took place between two contacts.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case call, mail, message, coffee, meeting, guestbook, comment
  }

  /// An interaction between two contacts, given in either order.
  public init(
    _ one: Contact.ID, _ other: Contact.ID, day: Day, kind: Kind, from: Contact.ID? = nil, note: String? = nil
  ) {
    (first, second) = one < other ? (one, other) : (other, one)
    self.day = day
    self.kind = kind
    self.from = from
    self.note = note
  }
}
