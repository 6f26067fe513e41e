public import Matchmaking

/// A contact as a report names it.
public struct Person: Hashable, Sendable {
  /// Who it is.
  public let id: Contact.ID
  /// What to call the contact: one line, at most 60 characters, without invisible ones and without any that
  /// turn the direction of what follows; the identifier for a contact without a name.
  public let name: String
  /// Whether the report is this contact's own, so that it says "you".
  public let isReader: Bool
  /// Whether the reader must not learn who it is, so that the page says "somebody".
  public let isHidden: Bool

  init(_ id: Contact.ID, in network: Network, reader: Contact.ID?, isHidden: Bool = false) {
    self.id = id
    let names = [network.contact(id)?.name ?? "", id.rawValue].map { $0.legible(limit: Self.nameLimit) }
    name = isHidden ? "" : names.first { !$0.isEmpty }?.isolated ?? "(no name)"
    isReader = reader == id
    self.isHidden = isHidden
  }

  /// The longest name or group that a report shows whole.
  static let nameLimit = 60
}
