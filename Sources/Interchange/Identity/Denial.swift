public import Matchmaking

/// What a file says of a contact and the host has taken away: no import brings it back.
///
/// Denials stand among the fields of a contact that the model has no word for, so that they go with it wherever it goes.
public enum Denial: Hashable, Sendable {
  /// The contact knows another.
  case tie(Contact.ID)
  /// The contact belongs to the group of a name.
  case membership(String)

  /// The fields' names.
  static let fields: Set<String> = [Contact.deniedTies, Contact.deniedGroups]

  fileprivate var field: String {
    switch self {
    case .tie: Contact.deniedTies
    case .membership: Contact.deniedGroups
    }
  }

  fileprivate var text: String {
    switch self {
    case .tie(let other): other.rawValue
    case .membership(let group): group
    }
  }
}

extension Contact {
  fileprivate static let deniedTies = "knowsNot"
  fileprivate static let deniedGroups = "groupsNot"

  /// Notes that the host has taken something away.
  public mutating func deny(_ denial: Denial) {
    let denied = denied(denial.field)
    if !denied.contains(denial.text) { set(denied + [denial.text], denial.field) }
  }

  /// Notes that the host has said it himself.
  public mutating func allow(_ denial: Denial) {
    let denied = denied(denial.field)
    if denied.contains(denial.text) { set(denied.filter { $0 != denial.text }, denial.field) }
  }

  /// Whether the host has taken it away.
  func denies(_ denial: Denial) -> Bool { denied(denial.field).contains(denial.text) }

  /// With whom the host has said that the contact has no tie.
  var strangers: [ID] { denied(Self.deniedTies).map { ID($0) } }

  /// Keeps what the host has taken away of two records of one person.
  mutating func uniteDenials(of one: Contact, and other: Contact) {
    if one.unknownFields.isEmpty || other.unknownFields.isEmpty { return }
    for field in [Self.deniedTies, Self.deniedGroups] {
      let (ours, others) = (one.denied(field), other.denied(field))
      if !ours.isEmpty, !others.isEmpty { set(ours + others.filter { !ours.contains($0) }, field) }
    }
  }

  private func denied(_ field: String) -> [String] {
    guard let bytes = unknownFields[field].map({ Array($0.utf8) }),
      case .array(let values)? = (try? JSONReader.value(in: bytes, 0..<bytes.count))?.content
    else { return [] }
    return values.compactMap { if case .string(let text) = $0.content { text } else { nil } }
  }

  private mutating func set(_ texts: [String], _ field: String) {
    unknownFields[field] =
      texts.isEmpty ? nil : "[\(texts.map(JSONText.quoted).joined(separator: ","))]"
  }
}

extension Network {
  /// The network in which a change is made to one contact.
  ///
  /// - Throws: a ``NetworkError`` if the contact can't stand in a network then.
  public func changing(_ id: Contact.ID, _ change: (inout Contact) -> Void) throws(NetworkError) -> Network {
    try with(
      contacts: contacts.map { contact in
        guard contact.id == id else { return contact }
        var contact = contact
        change(&contact)
        return contact
      })
  }
}
