import Matchmaking
import TestSupport

/// A network whose contact i has needs and offers 2i and 2i + 1 of ``SyntheticTexts``; no ties, groups or places.
enum SyntheticNetwork {
  static func make(contacts: Int) throws -> Network {
    let texts = SyntheticTexts(count: 2 * contacts)
    var listings: [Listing] = []
    for (kind, texts) in [(Listing.Kind.need, texts.needs), (.offer, texts.offers)] {
      for (number, text) in texts.enumerated() {
        listings.append(
          Listing(
            id: Listing.ID("\(kind)\(number)"), contact: Contact.ID("c\(number / 2)"), kind: kind, text: text)
        )
      }
    }
    return try Network(
      contacts: (0..<contacts).map { Contact(id: Contact.ID("c\($0)"), name: "Contact \($0)") },
      listings: listings)
  }
}
