/// Names for fields of other systems that are kept among the unknown fields of a contact or listing.
///
/// A line of JSON Lines in which a name stands twice could not be read again, and a name of linkup's own would be taken at its
/// word.
enum UnknownField {
  /// The name itself, or with its system before it where it means something else in linkup's own format, or
  /// would make a line of it look like another one's.
  static func name(_ name: String, of system: String) -> String {
    reserved.contains(name) ? "\(system):\(name)" : name
  }

  /// The name that a field of JSON Lines gets: another one where it would make the line look like another format's.
  static func ofLine(_ name: String) -> String { ofFormats.contains(name) ? "jsonl:\(name)" : name }

  /// The fields of a contact in JSON Lines.
  static let ofContacts: Set<String> = [
    "id", "name", "host", "headline", "organisation", "place", "languages", "groups", "emails", "phones",
    "urls", "needs", "offers", "knows", "sponsor", "capacity", "notes", "lastContact", "doNotIntroduce",
    "interactions", "introductions", "thanks", "aliases", "sources",
  ]

  /// The fields of a need or offer in JSON Lines.
  static let ofListings: Set<String> = [
    "id", "text", "basis", "source", "evidence", "urgency", "since", "until", "visibility", "terms", "state",
    "byHost",
  ]

  /// What tells other formats in JSON from JSON Lines.
  private static let ofFormats: Set<String> = [
    "", "@context", "@type", "@id", "@graph", "linked_schemas", "exchange_type", "data", "jsonapi",
  ]

  private static let reserved = ofContacts.union(ofListings).union(Denial.fields).union(ofFormats)
}
