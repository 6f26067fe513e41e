internal import GRDB
internal import Matchmaking

/// A need or offer as a row.
struct ListingRecord: StoredPart {
  let listing: Listing

  static let table = "listing"
  static let columns = [
    "id", "contact", "kind", "text", "basis", "urgency", "since", "until", "visibility", "terms", "state",
    "unknownFields", "source", "evidence", "byHost",
  ]
  static let keyCount = 1

  init(_ listing: Listing) {
    self.listing = listing
  }

  init(row: Row) throws {
    listing = Listing(
      id: Listing.ID(row[0]), contact: Contact.ID(row[1]), kind: try row.value(2), text: row[3],
      basis: try row.value(4), source: (row[12] as String?).flatMap(Listing.Source.init), evidence: row[13],
      urgency: try row.value(5), since: (row[6] as String?).flatMap { Day($0) },
      until: (row[7] as String?).flatMap { Day($0) }, visibility: try row.value(8),
      terms: (row[9] as String?).flatMap(Listing.Terms.init), state: try row.value(10), byHost: row[14],
      unknownFields: try JSONColumn.fields(row[11]))
  }

  var key: Listing.ID { listing.id }

  func write(to row: inout StoredRow) {
    row.add(listing.id.rawValue)
    row.add(listing.contact.rawValue)
    row.add(listing.kind.rawValue)
    row.add(listing.text)
    row.add(listing.basis.rawValue)
    row.add(listing.urgency.rawValue)
    row.add(listing.since?.description)
    row.add(listing.until?.description)
    row.add(listing.visibility.rawValue)
    row.add(listing.terms?.rawValue)
    row.add(listing.state.rawValue)
    row.add { JSONColumn.write(listing.unknownFields, to: &$0) }
    row.add(listing.source?.rawValue)
    row.add(listing.evidence)
    row.add(listing.byHost)
  }
}
