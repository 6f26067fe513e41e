/// Records that look like one person. They are never introduced to each other.
public struct Duplicate: Hashable, Sendable, Codable {
  /// Two contacts or more, by identifier.
  public let contacts: [Contact.ID]
  /// What they have in common: an address, or `the name` and the name.
  public let evidence: String
}

extension Network {
  /// Records that look like one person, in the order of their first contacts.
  ///
  /// - Complexity: O(length of all names and addresses).
  public var duplicates: [Duplicate] {
    Sameness(of: contacts).shared.map { shared in
      Duplicate(contacts: shared.contacts.map { contacts[$0].id }, evidence: shared.mark)
    }.sorted { $0.contacts.lexicographicallyPrecedes($1.contacts) }
  }
}
