/// Looks for contacts by their identifiers, fast where it is asked for them in about their order.
struct ContactFinder {
  /// By identifier.
  private let contacts: [Contact]
  /// Where the last one was found.
  private var place = 0

  /// Looks among contacts in the order of their identifiers.
  init(_ contacts: [Contact]) {
    self.contacts = contacts
  }

  /// Whether there is a contact with an identifier. Complexity: O(1) for the contact of the last call and the one after
  /// it, else O(log n).
  mutating func has(_ id: Contact.ID) -> Bool {
    for next in place..<min(place + 2, contacts.count) where contacts[next].id == id {
      place = next
      return true
    }
    var (low, high) = (0, contacts.count)
    while low < high {
      let middle = (low + high) / 2
      if contacts[middle].id < id { low = middle + 1 } else { high = middle }
    }
    guard low < contacts.count, contacts[low].id == id else { return false }
    place = low
    return true
  }
}
