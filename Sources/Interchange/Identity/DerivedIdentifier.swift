package import Matchmaking

/// Identifiers for records that bring none: the same record gives the same identifier at every import.
package enum DerivedIdentifier {
  /// A readable part from the name, then a hash over the strongest that is known of the contact: its first
  /// key, else name, organisation and headline.
  static func contact(_ contact: Contact, keys: [IdentityKey]) -> Contact.ID {
    let slug = readable(contact)
    var parts =
      if let key = keys.first(where: \.isAddress) {
        [key.text] + (needsName(contact, beside: key) ? [FoldedText(contact.name).text] : [])
      } else {
        own(contact)
      }
    if let born = BirthDate(of: contact) { parts.append("born " + born.digits) }
    return Contact.ID((slug.isEmpty ? "contact" : slug) + "-" + StableHash(of: parts).text)
  }

  /// Whether the name must be in the hash, since the readable part and an address are not enough. Two who share an address may
  /// have names that leave nothing, or the same, in the readable part; that of who has no name, paul@x.example, is perhaps
  /// another's name.
  private static func needsName(_ contact: Contact, beside key: IdentityKey) -> Bool {
    contact.name.isBlank ? key.needsAgreement : !FoldedText(contact.name).isSpelledBySlug
  }

  /// What tells a contact without a key from its namesakes, as far as it is known.
  private static func own(_ contact: Contact) -> [String] {
    let name =
      contact.name.isBlank
      ? (contact.emails + contact.urls).joined(separator: "\n") : FoldedText(contact.name).text
    let more = contact.place?.locality.map { [FoldedText($0).text] } ?? []
    let uid = contact.unknownFields["uid"].map { ["uid:" + $0] } ?? []
    return [name, FoldedText(contact.organisation ?? "").text, FoldedText(contact.headline ?? "").text] + more
      + uid
  }

  /// The identifier of a contact by itself; see ``contact(_:keys:)``.
  package static func contact(_ contact: Contact) -> Contact.ID {
    self.contact(contact, keys: IdentityKey.keys(of: contact))
  }

  /// A hash over contact, kind and text; case and spaces in the text make no difference.
  package static func listing(of contact: Contact.ID, kind: Listing.Kind, text: String) -> Listing.ID {
    let hash = StableHash(of: contact.rawValue, kind.rawValue, FoldedText(text).text)
    return Listing.ID(contact.rawValue + "-" + kind.rawValue + "-" + hash.text)
  }

  private static func readable(_ contact: Contact) -> String {
    let named = FoldedText(contact.name).slug
    if !named.isEmpty { return named }
    let path = contact.urls.first?.prefix { $0 != "?" && $0 != "#" }
    if let last = path?.split(separator: "/").last {
      return FoldedText(String(last)).slug
    }
    return FoldedText(contact.emails.first?.split(separator: "@").first.map(String.init) ?? "").slug
  }
}
