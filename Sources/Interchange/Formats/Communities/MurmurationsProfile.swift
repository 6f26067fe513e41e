internal import Matchmaking

/// Makes a record of one Murmurations profile (`offers_wants_schema`, `people_schema`,
/// `organizations_schema`).
enum MurmurationsProfile {
  static func record(
    of value: JSONValue, in bytes: [UInt8], line: Int
  ) throws(RecordProblem) -> ContactRecord {
    var fields = try JSONFields(value, in: bytes, at: "")
    var record = ContactRecord(line: line)
    try readAddresses(&fields, in: bytes, into: &record.contact)
    record.contact.place = try place(&fields, in: bytes)
    _ = fields.value("linked_schemas")
    _ = fields.value("status")
    _ = fields.value("last_updated")
    if let exchange = try fields.text("exchange_type") {
      record.listings = [try listing(exchange, &fields)]
      record.contact.name = try fields.text("name")?.trimmed ?? ""
    } else {
      try readContact(&fields, into: &record)
    }
    return record
  }

  private static func listing(
    _ exchange: String, _ fields: inout JSONFields
  ) throws(RecordProblem) -> ListingRecord {
    guard ["offer", "want"].contains(exchange) else {
      throw fields.problem("exchange_type", "\(RecordProblem.shown(exchange)) is none of offer, want")
    }
    let title = try fields.text("title")?.trimmed
    let description = try fields.text("description", limit: .notes)?.trimmed
    let words = ListingWords.joined(
      title: title.flatMap { $0.isEmpty ? nil : $0 },
      description: description.flatMap { $0.isEmpty ? nil : PlainText.words(of: $0) })
    guard let text = words.text, !text.isBlank else { throw fields.problem("title", "is missing") }
    try FieldLimit.text.check(text, of: "title")
    var record = ListingRecord(field: "title", kind: exchange == "offer" ? .offer : .need, text: text)
    record.visibility = .public
    record.until = try day("expires_at", &fields)
    record.terms = terms(try fields.texts("transaction_type"))
    let rest = try fields.rest()
    for name in ["item_type", "tags", "details_url", "geographic_scope"] {
      record.unknownFields[name] = rest[name]
    }
    if let rest = words.rest { record.unknownFields["description"] = JSONText.quoted(rest) }
    return record
  }

  private static func readContact(
    _ fields: inout JSONFields, into record: inout ContactRecord
  ) throws(RecordProblem) {
    let description = try fields.text("description", limit: .notes)?.trimmed
    record.contact.name = try fields.text("name")?.trimmed ?? ""
    record.contact.languages = try fields.texts("knows_language")
    record.contact.headline = description.flatMap(ListingWords.headline)
    for field in ["profile_url", "relationships"] { _ = fields.value(field) }
    for (name, text) in try fields.rest() {
      record.contact.unknownFields[UnknownField.name(name, of: "murmurations")] = text
    }
    if let description { record.contact.unknownFields["description"] = JSONText.quoted(description) }
  }

  private static func readAddresses(
    _ fields: inout JSONFields, in bytes: [UInt8], into contact: inout Contact
  ) throws(RecordProblem) {
    if let value = fields.value("contact_details") {
      var details = try JSONFields(value, in: bytes, at: "contact_details")
      contact.emails += try details.texts("email")
      contact.urls += try details.texts("contact_form")
    }
    contact.emails = try (contact.emails + fields.texts("email")).withoutRepeats
    contact.phones = try fields.texts("telephone") + fields.texts("phone")
    contact.urls += try fields.texts("primary_url")
    for element in try fields.elements("urls") {
      if case .string = element.value.content {
        contact.urls.append(try JSONFields.text(element.value, element.label))
      } else {
        var url = try JSONFields(element.value, in: bytes, at: element.label)
        contact.urls += try url.texts("url")
      }
    }
  }

  private static func place(
    _ fields: inout JSONFields, in bytes: [UInt8]
  ) throws(RecordProblem) -> Place? {
    let full = try fields.text("full_address")
    var place = Place(
      locality: try fields.text("locality") ?? full, region: try fields.text("region"),
      country: try fields.text("country_iso_3166"))
    let names = [try fields.text("country_name"), try fields.text("country")]
    place.country = place.country ?? names[0] ?? names[1]
    (place.latitude, place.longitude) = (try fields.number("latitude"), try fields.number("longitude"))
    if let value = fields.value("geolocation"), case .object = value.content {
      var point = try JSONFields(value, in: bytes, at: "geolocation")
      (place.latitude, place.longitude) = (try point.number("lat"), try point.number("lon"))
    }
    if place.latitude == nil || place.longitude == nil { (place.latitude, place.longitude) = (nil, nil) }
    return place == Place() ? nil : place
  }

  /// What the ways to exchange have in common; several that differ leave it open.
  private static func terms(_ types: [String]) -> Listing.Terms? {
    let terms = Set(types.map { known[$0] })
    return terms.count == 1 ? terms.first ?? nil : nil
  }

  private static let known: [String: Listing.Terms] = [
    "receive-donate": .gift, "borrow-lend": .loan, "rent-lease": .paid, "buy-sell": .paid,
  ]

  /// A day as seconds since 1970, or as a date.
  private static func day(_ name: String, _ fields: inout JSONFields) throws(RecordProblem) -> Day? {
    guard let value = fields.value(name) else { return nil }
    switch value.content {
    case .string(let text): return Day(text)
    case .number(let text):
      guard let seconds = Double(text), abs(seconds) < 200_000_000_000 else {
        throw fields.problem(name, "\(RecordProblem.shown(text)) is no time in seconds since 1970")
      }
      return Day(number: 0).adding(days: Int((seconds / 86_400).rounded(.down)))
    default: throw fields.problem(name, "\(value.kind) is no time")
    }
  }
}
