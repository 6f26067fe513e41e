internal import Matchmaking

/// Writes a need or offer as `X-NEED` or `X-OFFER`, with parameters for what isn't as most are.
enum VCardListingText {
  ///
  /// - Parameter hasID: whether the identifier must be there though it follows from the text.
  static func line(of listing: Listing, hasID: Bool) -> String {
    // As an import will read it, or the identifier would be another one.
    let text = VCardLineText.printable(listing.text).trimmed
    let derived = DerivedIdentifier.listing(of: listing.contact, kind: listing.kind, text: text)
    let plain = Listing(id: derived, contact: listing.contact, kind: listing.kind, text: text)
    var line = VCardLineText(listing.kind == .need ? "X-NEED" : "X-OFFER")
    if listing.id != derived || hasID { line.add("ID", listing.id.rawValue) }
    if listing.basis != plain.basis { line.add("BASIS", listing.basis.rawValue) }
    line.add("SOURCE", listing.source?.rawValue)
    line.add("EVIDENCE", listing.evidence)
    if listing.urgency != plain.urgency { line.add("URGENCY", listing.urgency.rawValue) }
    line.add("SINCE", listing.since?.description)
    line.add("UNTIL", listing.until?.description)
    if listing.visibility != plain.visibility { line.add("VISIBILITY", listing.visibility.rawValue) }
    line.add("TERMS", listing.terms?.rawValue)
    if listing.state != plain.state { line.add("STATE", listing.state.rawValue) }
    if listing.byHost { line.add("BYHOST", "true") }
    if !listing.unknownFields.isEmpty { line.add("FIELDS", VCardUnknownText.object(listing.unknownFields)) }
    return line.text(text)
  }
}
