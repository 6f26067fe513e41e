extension Network {
  /// The contacts that somebody may mean by an identifier, a mail address or a name, or part of a name.
  ///
  /// The first of these that fits decides: the identifier; the address; the whole name, accents and case
  /// aside; names that have each of the words, or a word that begins with it.
  ///
  /// - Returns: in order of identifier; empty if nobody fits, several if it is not clear who is meant.
  /// - Complexity: O(contacts).
  public func contacts(called text: String) -> [Contact] {
    let exact = contacts(calledExactly: text)
    if !exact.isEmpty { return exact }
    let words = text.folded.split(separator: " ")
    guard !words.isEmpty else { return [] }
    return contacts.filter { contact in
      let parts = contact.name.folded.split(separator: " ")
      return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
    }
  }

  /// The contacts with an identifier, be it an alias, else those with a mail address, else those with a whole name, accents and case
  /// aside; see ``contacts(called:)``.
  public func contacts(calledExactly text: String) -> [Contact] {
    let id = Contact.ID(text)
    if let contact = contact(id) ?? contacts.first(where: { $0.aliases.contains(id) }) { return [contact] }
    let address = text.lowercased()
    let addressed = contacts.filter { $0.emails.contains { $0.lowercased() == address } }
    if !addressed.isEmpty { return addressed }
    let name = text.folded
    guard !name.isEmpty else { return [] }
    return contacts.filter { $0.name.folded == name }
  }
}
