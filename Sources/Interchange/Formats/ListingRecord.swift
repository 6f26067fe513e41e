internal import Matchmaking

/// A listing as a record states it: what the record leaves out is nil and changes nothing in a known listing.
struct ListingRecord {
  /// Where in the record it stands, for messages: `needs[2]`.
  var field: String
  var kind: Listing.Kind
  var text: String
  var id: Listing.ID?
  var basis: Listing.Basis?
  var source: Listing.Source?
  var evidence: String?
  var urgency: Listing.Urgency?
  var since: Day?
  var until: Day?
  var visibility: Listing.Visibility?
  var terms: Listing.Terms?
  var state: Listing.State?
  var byHost: Bool?
  var unknownFields: [String: String] = [:]

  /// The listing that the record makes of a contact's known one, or of none.
  func joined(to known: Listing?, of contact: Contact.ID, id: Listing.ID) -> Listing {
    if let known, known.byHost, byHost != true { return known }
    var listing = known ?? Listing(id: id, contact: contact, kind: kind, text: text)
    listing.text = text
    listing.basis = basis ?? listing.basis
    listing.source = source ?? listing.source
    listing.evidence = evidence ?? listing.evidence
    listing.urgency = urgency ?? listing.urgency
    listing.since = since ?? listing.since
    listing.until = until ?? listing.until
    listing.visibility = visibility ?? listing.visibility
    listing.terms = terms ?? listing.terms
    listing.state = state ?? listing.state
    listing.byHost = byHost ?? listing.byHost
    listing.unknownFields.merge(unknownFields) { _, newer in newer }
    if let first = listing.since, let last = listing.until, first > last, known != nil {
      // The record knows one of the two days anew, and the other one is of an earlier time.
      (listing.since, listing.until) = (since, until)
    }
    return listing
  }
}
