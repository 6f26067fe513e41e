internal import Matchmaking

/// Makes a listing of an offer or need of Komunitin.
enum KomunitinListing {
  static func record(
    of given: KomunitinResource, category: String?
  ) throws(RecordProblem) -> ListingRecord {
    var attributes = given.attributes
    let kind: Listing.Kind = given.key.type == "offers" ? .offer : .need
    let title = try attributes.text("name").flatMap { $0.isBlank ? nil : $0.trimmed }
    let content = try attributes.text("content", limit: .notes).map(PlainText.words)
    let words = ListingWords.joined(
      title: title, description: content.flatMap { $0.isBlank ? nil : $0.trimmed })
    guard let text = words.text else { throw attributes.problem("content", "is missing") }
    try FieldLimit.text.check(text, of: "content")
    var record = ListingRecord(field: kind.rawValue, kind: kind, text: text)
    record.id = given.key.id.isEmpty ? nil : Listing.ID(given.key.id)
    record.since = try attributes.text("created").flatMap { Day($0) }
    record.until = try attributes.text("expires").flatMap { Day($0) }
    if let first = record.since, let last = record.until, first > last { record.since = nil }
    switch try attributes.text("access") {
    case "public": record.visibility = .public
    case "group": record.visibility = .network
    case "private": record.visibility = .private
    default: break
    }
    switch try attributes.text("state") {
    case "published": record.state = .open
    case "hidden": record.state = .paused
    default: break
    }
    if let value = attributes.value("price") {
      try readPrice(value, label: attributes.label("price"), into: &record)
    }
    if let category { record.unknownFields["category"] = JSONText.quoted(category) }
    if let rest = words.rest { record.unknownFields["description"] = JSONText.quoted(rest) }
    return record
  }

  /// A price is in the community's own currency, so what has one is in exchange for something.
  private static func readPrice(
    _ value: JSONValue, label: String, into record: inout ListingRecord
  ) throws(RecordProblem) {
    let text: String
    switch value.content {
    case .number(let number): text = number
    case .string(let written): text = written.trimmed
    default: return
    }
    try FieldLimit.text.check(text, of: label)
    guard !text.isEmpty else { return }
    record.terms = Double(text) == 0 ? .gift : .exchange
    record.unknownFields["price"] = JSONText.quoted(text)
  }
}
