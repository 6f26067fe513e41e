extension Network {
  /// The contacts that somebody may mean by an identifier, a mail address or a name, or part of a name.
  ///
  /// The first of these that fits decides: the identifier; the address; the whole name, accents and case
  /// aside; names that have each of the words, or a word that begins with it.
  ///
  /// - Returns: in order of identifier; empty if nobody fits, several if it is not clear who is meant.
  /// - Complexity: O(contacts).
  public func contacts(called text: String) -> [Contact] {
    if let contact = contact(Contact.ID(text)) { return [contact] }
    let address = text.lowercased()
    let addressed = contacts.filter { $0.emails.contains { $0.lowercased() == address } }
    if !addressed.isEmpty { return addressed }
    let name = text.folded
    guard !name.isEmpty else { return [] }
    let named = contacts.map { ($0, $0.name.folded) }
    let same = named.filter { $0.1 == name }.map(\.0)
    if !same.isEmpty { return same }
    let words = name.split(separator: " ")
    return named.filter { contact in
      let parts = contact.1.split(separator: " ")
      return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
    }.map(\.0)
  }
}
