/// A candidate that was put to both contacts, or is about to be, with its state.
public struct Introduction: Hashable, Sendable, Codable {
  /// The contact with the smaller identifier.
  public let first: Contact.ID
  /// The contact with the larger identifier.
  public let second: Contact.ID
  /// How far it has come.
  public var state: State
  /// When it reached that state.
  public var day: Day
  /// Who declined; set exactly when the state is `declined`.
  public var declinedBy: Contact.ID?

  /// How far an introduction has come: proposed → asked first → asked both → made → an outcome (helped,
  /// met or nothing); or declined by one of the two, or lapsed.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case proposed
    case askedFirst = "asked-first"
    case askedBoth = "asked-both"
    case made, helped, met, nothing, declined, lapsed
  }

  /// An introduction of two contacts, given in either order.
  public init(
    _ one: Contact.ID, _ other: Contact.ID, state: State, day: Day, declinedBy: Contact.ID? = nil
  ) {
    first = min(one, other)
    second = max(one, other)
    self.state = state
    self.day = day
    self.declinedBy = declinedBy
  }
}
