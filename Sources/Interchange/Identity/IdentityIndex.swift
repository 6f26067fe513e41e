/// Which contacts have a key, by their position in a list.
struct IdentityIndex {
  /// Nearly every key belongs to one contact; the others cost an array of their own.
  private var first: [IdentityKey: Int] = [:]
  private var further: [IdentityKey: [Int]] = [:]

  /// Says that a contact has these keys.
  mutating func add(_ keys: [IdentityKey], at position: Int) {
    for key in keys {
      let known = Self.keep(position, at: &first[key])
      if known != position, further[key]?.contains(position) != true {
        further[key, default: []].append(position)
      }
    }
  }

  /// The position that is at a key; the given one if there was none. Looks the key up once.
  private static func keep(_ position: Int, at known: inout Int?) -> Int {
    let kept = known ?? position
    known = kept
    return kept
  }

  /// Makes room for so many contacts more.
  mutating func reserve(_ count: Int) { first.reserveCapacity(first.count + 2 * count) }

  /// The contacts with a key, in the order in which they were added.
  func positions(of key: IdentityKey) -> [Int] {
    guard let known = first[key] else { return [] }
    return further.isEmpty ? [known] : [known] + (further[key] ?? [])
  }
}
