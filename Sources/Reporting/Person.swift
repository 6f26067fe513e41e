public import Matchmaking

/// A contact as a report names it.
public struct Person: Hashable, Sendable {
  /// Who it is.
  public let id: Contact.ID
  /// What to call the contact: one line, at most 60 characters, without invisible ones and without any that
  /// turn the direction of what follows; the identifier for a contact without a name.
  public let name: String
  /// Whether the report is this contact's own, so that it says "you".
  public let isHost: Bool

  init(_ id: Contact.ID, in network: Network) {
    self.id = id
    let names = [network.contact(id)?.name ?? "", id.rawValue].map { $0.legible(limit: Self.nameLimit) }
    name = names.first { !$0.isEmpty } ?? "(no name)"
    isHost = network.host == id
  }

  /// The name as the subject of a verb.
  func subject(startsSentence: Bool) -> String {
    isHost ? (startsSentence ? "You" : "you") : name
  }

  /// The longest name or group that a report shows whole.
  static let nameLimit = 60
}
