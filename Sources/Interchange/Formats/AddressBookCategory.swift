/// What a category or label of an address book stands for.
enum AddressBookCategory {
  /// A group that its members share.
  case shared
  /// What the contact is to whoever keeps the address book: two of his friends share nothing by that.
  case personal
  /// A list that a phone or a web mailer keeps by itself.
  case system

  init(_ name: String) {
    let key = name.lowercased().filter { $0 != "*" && !$0.isWhitespace }
    if Self.systems.contains(key) || key.hasPrefix("imported") {
      self = .system
    } else {
      self = Self.relations.contains(key) ? .personal : .shared
    }
  }

  private static let systems: Set<String> = [
    "mycontacts", "mescontacts", "starred", "starredinandroid", "othercontacts", "autrescontacts",
    "allcontacts", "touslescontacts", "contacts", "default", "unfiled", "uncategorized", "icloud", "phone",
  ]

  private static let relations: Set<String> = [
    "friends", "friend", "amis", "family", "famille", "coworkers", "co-workers", "colleagues", "collègues",
    "favorites", "favourites", "favoris", "vip",
  ]
}
