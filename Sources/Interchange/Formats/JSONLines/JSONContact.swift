internal import Matchmaking

/// Makes a record of one line of JSON Lines.
enum JSONContact {
  /// - Parameter columns: what members of another program mean, where that is said.
  /// - Throws: A ``RecordProblem`` that begins with the name of the field that is at fault.
  static func record(
    of bytes: [UInt8], _ range: Range<Int>, line: Int, _ columns: SaidColumns, _ summary: inout Import.Summary
  ) throws(RecordProblem) -> ContactRecord {
    var fields = try JSONFields(JSONReader.value(in: bytes, range), in: bytes, at: "")
    var record = ContactRecord(line: line)
    if let id = try fields.id("id") { record.contact.id = id }
    record.contact.name = try fields.text("name") ?? ""
    record.contact.headline = try fields.text("headline")
    record.contact.organisation = try fields.text("organisation")
    record.contact.languages = try fields.texts("languages")
    record.contact.emails = try fields.texts("emails")
    record.contact.phones = try fields.texts("phones")
    record.contact.urls = try fields.texts("urls")
    record.contact.capacity = try fields.wholeNumber("capacity")
    record.contact.notes = try fields.text("notes", limit: .notes)
    record.contact.lastContact = try fields.day("lastContact")
    record.isHost = try fields.flag("host") ?? false
    record.groups = try fields.texts("groups")
    let misplaced = try readPlace(&fields, in: bytes, into: &record.contact)
    for (field, kind) in [("needs", Listing.Kind.need), ("offers", .offer)] {
      for element in try fields.elements(field) {
        if let listing = try JSONListing.record(element, kind, in: bytes) { record.listings.append(listing) }
      }
    }
    record.contact.aliases = try fields.texts("aliases").map { Contact.ID($0) }
    record.contact.sources = try sources(&fields, in: bytes)
    try JSONReferences.read(&fields, in: bytes, into: &record)
    let rest = try fields.rest().map { (UnknownField.ofLine($0.key), $0.value) }
    record.contact.unknownFields = Dictionary(rest) { ours, _ in ours }.merging(misplaced) { ours, _ in ours }
    if !record.hasID { try readOthersNames(of: &record, columns, &summary) }
    try record.validate()
    return record
  }

  /// Reads what a line that linkup hasn't written calls `email`, `phone` or `besoins`.
  private static func readOthersNames(
    of record: inout ContactRecord, _ columns: SaidColumns, _ summary: inout Import.Summary
  ) throws(RecordProblem) {
    var row = TableRow(line: record.line)
    row.record = record
    for (name, json) in record.contact.unknownFields.sorted(by: { $0.key < $1.key }) {
      guard let column = columns.column(of: name) else { continue }
      let bytes = Array(json.utf8)
      guard let value = try? JSONReader.value(in: bytes, 0..<bytes.count),
        let texts = JSONTable.texts(of: value, in: bytes)
      else { continue }
      if columns[name] != nil { summary.isMapped = true }
      row.record.contact.unknownFields[name] = nil
      for text in texts where !text.isBlank {
        try row.read(text, as: column, hasLineEnd: text.contains(where: \.isNewline))
      }
    }
    row.settle()
    record = row.record
  }

  /// Reads which file gave each field.
  private static func sources(
    _ fields: inout JSONFields, in bytes: [UInt8]
  ) throws(RecordProblem) -> FieldSources {
    guard let value = fields.value("sources") else { return FieldSources() }
    var sources = try JSONFields(value, in: bytes, at: "sources")
    var exceptions: [FieldSources.Field: String] = [:]
    for field in FieldSources.Field.allCases { exceptions[field] = try sources.text(field.rawValue) }
    return FieldSources(try sources.text("all"), except: exceptions)
  }

  /// Reads the place and returns its unknown fields, which become the contact's: `place.postcode`.
  private static func readPlace(
    _ fields: inout JSONFields, in bytes: [UInt8], into contact: inout Contact
  ) throws(RecordProblem) -> [String: String] {
    guard let value = fields.value("place") else { return [:] }
    if case .string = value.content {
      contact.place = Place(locality: try JSONFields.text(value, "place"))
      return [:]
    }
    var place = try JSONFields(value, in: bytes, at: "place")
    contact.place = Place(
      locality: try place.text("locality"), region: try place.text("region"),
      country: try place.text("country"),
      latitude: try place.number("latitude"), longitude: try place.number("longitude"))
    var misplaced: [String: String] = [:]
    for (name, text) in try place.rest() { misplaced["place.\(name)"] = text }
    return misplaced
  }
}
