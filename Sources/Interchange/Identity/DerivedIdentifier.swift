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
    let place = contact.place.map { [$0.locality, $0.region, $0.country] } ?? []
    var parts = [name, FoldedText(contact.organisation ?? "").text, FoldedText(contact.headline ?? "").text]
    parts += place.compactMap { $0.map { FoldedText($0).text } } + contact.urls
    for field in ["uid", TableRow.numberField] {
      if let mark = contact.unknownFields[field] { parts.append("\(field):\(mark)") }
    }
    return parts
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

  /// The words of the name that a contact had who got a derived identifier; nil for an identifier of another form.
  static func name(in id: Contact.ID) -> String? {
    let parts = id.rawValue.split(separator: "-")
    guard parts.count > 1, let hash = parts.last, StableHash.isText(hash) else { return nil }
    return parts.dropLast().joined(separator: " ")
  }

  /// The listings of a contact that have their text in common with another one, so that without their identifiers they would
  /// be taken for one.
  static func repeated(in listings: [Listing]) -> Set<Listing.ID> {
    guard listings.count > 1 else { return [] }
    let byText = Dictionary(grouping: listings) { [$0.kind.rawValue, FoldedText($0.text).text] }
    return Set(byText.values.lazy.filter { $0.count > 1 }.joined().map(\.id))
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
