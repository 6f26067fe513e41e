/// Which contacts have a key, by their position in a list.
struct IdentityIndex {
  /// Nearly every key belongs to one contact; the others cost an array of their own.
  private var first: [IdentityKey: Int] = [:]
  private var further: [IdentityKey: [Int]] = [:]

  /// Says that a contact has these keys.
  mutating func add(_ keys: [IdentityKey], at position: Int) {
    for key in keys {
      guard let known = first[key] else {
        first[key] = position
        continue
      }
      if known != position, further[key]?.contains(position) != true {
        further[key, default: []].append(position)
      }
    }
  }

  /// The contacts with a key, in the order in which they were added.
  func positions(of key: IdentityKey) -> [Int] {
    guard let known = first[key] else { return [] }
    return [known] + (further[key] ?? [])
  }
}
