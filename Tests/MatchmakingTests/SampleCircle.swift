import Matchmaking

/// A few contacts around whom most tests turn.
enum SampleCircle {
  static let today = Day("2026-11-23")!

  static func need(_ contact: Contact.ID, _ text: String, _ change: (inout Listing) -> Void = { _ in })
    -> Listing
  {
    listing(contact, .need, text, change)
  }

  static func offer(_ contact: Contact.ID, _ text: String, _ change: (inout Listing) -> Void = { _ in })
    -> Listing
  {
    listing(contact, .offer, text, change)
  }

  static func contacts(_ names: String...) -> [Contact] {
    names.map { Contact(id: Contact.ID($0), name: "The contact \($0)") }
  }

  private static func listing(
    _ contact: Contact.ID, _ kind: Listing.Kind, _ text: String, _ change: (inout Listing) -> Void
  ) -> Listing {
    var listing = Listing(
      id: Listing.ID("\(contact)/\(kind)/\(text)"), contact: contact, kind: kind, text: text)
    change(&listing)
    return listing
  }
}
