/// Names for fields of other systems that are kept among a contact's unknown fields.
enum UnknownField {
  /// The name itself, or with its system before it where it means something else in linkup's own format, or
  /// would make a line of it look like another one's.
  static func name(_ name: String, of system: String) -> String {
    reserved.contains(name) ? "\(system):\(name)" : name
  }

  private static let reserved: Set<String> = [
    "", "id", "name", "host", "headline", "organisation", "place", "languages", "groups", "emails", "phones",
    "urls", "needs", "offers", "knows", "sponsor", "capacity", "notes", "lastContact", "doNotIntroduce",
    "interactions", "introductions", "thanks", "text", "basis", "source", "evidence", "urgency", "since",
    "until", "visibility", "terms", "state", "@context", "@type", "@id", "@graph", "linked_schemas",
    "exchange_type", "data", "jsonapi",
  ]
}
