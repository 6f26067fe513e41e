internal import Matchmaking

/// Makes a listing of a JSON text, or of an object with more about it.
enum JSONListing {
  /// Nil for a blank text, which says nothing.
  static func record(
    _ element: (label: String, value: JSONValue), _ kind: Listing.Kind, in bytes: [UInt8]
  ) throws(RecordProblem) -> ListingRecord? {
    if case .string = element.value.content {
      let text = try JSONFields.text(element.value, element.label)
      return text.isBlank ? nil : ListingRecord(field: element.label, kind: kind, text: text)
    }
    var fields = try JSONFields(element.value, in: bytes, at: element.label)
    let text = try fields.required("text", fields.text("text"))
    if text.isBlank { throw fields.problem("text", "is empty") }
    var record = ListingRecord(field: element.label, kind: kind, text: text)
    record.id = try fields.text("id").flatMap { $0.isEmpty ? nil : Listing.ID($0) }
    record.basis = try fields.choice("basis", Listing.Basis.self)
    record.source = try fields.choice("source", Listing.Source.self)
    record.evidence = try fields.text("evidence")
    record.urgency = try fields.choice("urgency", Listing.Urgency.self)
    record.since = try fields.day("since")
    record.until = try fields.day("until")
    record.visibility = try fields.choice("visibility", Listing.Visibility.self)
    record.terms = try fields.choice("terms", Listing.Terms.self)
    record.state = try fields.choice("state", Listing.State.self)
    record.byHost = try fields.flag("byHost")
    record.unknownFields = try fields.rest()
    return record
  }
}
