internal import Matchmaking

/// Makes a record of a person or organisation of schema.org.
enum SchemaContact {
  static func record(
    of described: LinkedNode, _ summary: inout Import.Summary
  ) throws(RecordProblem) -> ContactRecord {
    var node = described
    var record = ContactRecord(line: node.line)
    if let id = LinkedIdentifier.text(of: node.id) { record.contact.id = Contact.ID(id) }
    record.contact.name = try name(&node)
    record.contact.headline = try node.text("jobTitle", "hasOccupation")
    record.contact.languages = try languages(&node)
    record.contact.emails = try node.mails("email")
    record.contact.phones = try node.phones("telephone")
    record.contact.urls = try node.addresses("url", "sameAs").withoutRepeats
    try readOrganisations(&node, into: &record)
    try readPlace(&node, into: &record.contact, &summary)
    let description = try node.text("description", limit: .notes)
    if record.contact.headline == nil {
      record.contact.headline = description.flatMap(ListingWords.headline)
    }
    try readListings(&node, into: &record)
    for (word, _) in ties { _ = node.values(word) }
    record.contact.unknownFields = try node.rest(of: "schema")
    if let description { record.contact.unknownFields["description"] = JSONText.quoted(description) }
    return record
  }

  /// Who knows whom, and how; the nodes they name become records of their own.
  static let ties: [(word: String, kind: Tie.Kind?)] = [
    ("knows", nil), ("colleague", .colleague), ("colleagues", .colleague), ("follows", nil),
    ("spouse", .kin), ("parent", .kin), ("parents", .kin), ("children", .kin), ("sibling", .kin),
    ("siblings", .kin), ("relatedTo", .kin),
  ]

  private static func name(_ node: inout LinkedNode) throws(RecordProblem) -> String {
    let given = try node.text("givenName")
    let family = try node.text("familyName")
    let name = try node.text("name")
    let legal = try node.text("legalName", "alternateName")
    let parts = [given, family].compactMap { $0 }
    return name ?? (parts.isEmpty ? legal ?? "" : parts.joined(separator: " "))
  }

  /// A language is a tag, or a thing with a name and a tag.
  private static func languages(_ node: inout LinkedNode) throws(RecordProblem) -> [String] {
    var languages: [String] = []
    for value in node.values("knowsLanguage") {
      var text = try node.text(of: value, "knowsLanguage")
      if case .node(let index) = value {
        var language = LinkedNode(node.graph, index)
        let tag = try language.text("alternateName", "identifier")
        if let tag, tag.utf8.count <= 8 { text = tag }
      }
      if let text { languages.append(text) }
    }
    return languages.withoutRepeats
  }

  /// The employer is the organisation; what else one belongs to are groups.
  private static func readOrganisations(
    _ node: inout LinkedNode, into record: inout ContactRecord
  ) throws(RecordProblem) {
    var employers = try node.texts("worksFor")
    let affiliations = try node.texts("affiliation")
    if employers.isEmpty, let first = affiliations.first { employers = [first] }
    record.contact.organisation = employers.first
    let others = Array(employers.dropFirst()) + affiliations
    let groups = try others + node.texts("memberOf")
    record.groups = groups.withoutRepeats.filter { $0 != record.contact.organisation }
  }

  private static func readPlace(
    _ node: inout LinkedNode, into contact: inout Contact, _ summary: inout Import.Summary
  ) throws(RecordProblem) {
    var place = LinkedPlace(node.graph)
    for word in ["address", "homeLocation", "location", "workLocation", "geo"] {
      try place.add(node.values(word), word)
    }
    try place.add(latitude: node.text("latitude"), longitude: node.text("longitude"))
    for problem in place.problems { summary.drop(line: node.line, problem) }
    contact.place = place.result
  }

  private static func readListings(
    _ node: inout LinkedNode, into record: inout ContactRecord
  ) throws(RecordProblem) {
    for (word, kind) in [
      ("seeks", Listing.Kind.need), ("makesOffer", .offer), ("hasOfferCatalog", .offer),
    ] {
      for (number, value) in node.graph.items(node.values(word)).enumerated() {
        let field = "\(word)[\(number)]"
        if let listing = try SchemaListing.record(of: value, kind, field: field, node) {
          record.listings.append(listing)
        }
      }
    }
  }
}
