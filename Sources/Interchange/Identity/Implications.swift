package import Matchmaking

/// What a contact's headline, skills, notes and the host's recommendation imply, beside the listings that are known of it.
///
/// A listing that was read out of them and that the host has not touched goes when they say it no more; one
/// that he has touched (met, paused, dated, made visible, …) is his, and stays.
package struct Implications: Sendable {
  /// Implied listings that are not known yet.
  package let new: [Listing]
  /// Known ones that nothing implies any more.
  package var lapsed: [Listing.ID] = []

  /// What a contact implies beside the listings that are known of it.
  static func of(_ contact: Contact, knowing known: [Listing]) -> Implications {
    if known.isEmpty {
      let implied = implied(by: contact)
      // So it is for nearly everybody of a large import.
      if implied.count <= 1 { return Implications(new: implied.map { listing($0, of: contact.id) }) }
    }
    let stated = known.filter { $0.kind == .offer && $0.basis == .stated }
    // Who has paused or taken back all that he offered must not be asked for it by his headline.
    let offersNothing = !stated.isEmpty && !stated.contains { $0.state == .open }
    let implied = implied(by: contact)
      .filter { !offersNothing || $0.kind == .need || $0.source == .notes }
      .map { listing($0, of: contact.id) }
    let wanted = Dictionary(implied.map { ($0.id, $0) }) { first, _ in first }
    let lapsed = known.filter { isUntouched($0) && wanted[$0.id] != $0 }.map(\.id)
    let kept = Set(known.lazy.map { DerivedIdentifier.listing(of: $0.contact, kind: $0.kind, text: $0.text) })
      .subtracting(lapsed)
    return Implications(
      new: implied.filter { wanted[$0.id] == $0 && !kept.contains($0.id) }, lapsed: lapsed)
  }

  /// A network's listings after a contact has come in or changed.
  package static func applied(to listings: [Listing], of contact: Contact) -> [Listing] {
    let implications = Implications.of(contact, knowing: listings.filter { $0.contact == contact.id })
    let ids = Set(listings.lazy.map(\.id)).subtracting(implications.lapsed)
    return listings.filter { ids.contains($0.id) } + implications.new.filter { !ids.contains($0.id) }
  }

  private static func implied(by contact: Contact) -> [ImpliedListing] {
    // A NUL may stand in what is kept of a file as it was, and can stand in no listing.
    ImpliedListing.all(
      of: contact, skills: Skills.of(contact), recommendation: Recommendation.of(contact)
    ).filter { !$0.text.utf8.contains(0) && $0.evidence?.utf8.contains(0) != true }
  }

  private static func listing(_ implied: ImpliedListing, of contact: Contact.ID) -> Listing {
    Listing(
      id: DerivedIdentifier.listing(of: contact, kind: implied.kind, text: implied.text), contact: contact,
      kind: implied.kind, text: implied.text, basis: .implied, source: implied.source,
      evidence: implied.evidence, visibility: visibility(of: implied.source))
  }

  /// Notes are the host's own; a headline and skills are what a contact shows of itself.
  private static func visibility(of source: Listing.Source) -> Listing.Visibility {
    source == .notes ? .private : .network
  }

  private static func isUntouched(_ listing: Listing) -> Bool {
    guard let source = listing.source else { return false }
    return listing
      == Listing(
        id: DerivedIdentifier.listing(of: listing.contact, kind: listing.kind, text: listing.text),
        contact: listing.contact, kind: listing.kind, text: listing.text, basis: .implied, source: source,
        evidence: listing.evidence, visibility: visibility(of: source))
  }
}
