internal import Matchmaking

/// Reads a need or offer: linkup's own `X-NEED` and `X-OFFER`, which state one, and `EXPERTISE` (RFC 6715),
/// which implies an offer.
enum VCardListing {
  /// Nil for a blank text, which says nothing.
  static func record(_ line: ContentLine, _ dialect: ContentDialect) throws(RecordProblem) -> ListingRecord? {
    let text = try line.text(dialect)
    if text.isEmpty { return nil }
    var record = ListingRecord(field: line.name, kind: line.name == "X-NEED" ? .need : .offer, text: text)
    if line.name == "EXPERTISE" {
      record.basis = .implied
      if let level = line.parameter("LEVEL") { record.unknownFields["level"] = JSONText.quoted(level) }
      return record
    }
    for (_, value) in line.parameters { try FieldLimit.text.check(value, of: line.name) }
    record.id = line.parameter("ID").flatMap { $0.isEmpty ? nil : Listing.ID($0) }
    record.basis = try choice("BASIS", line)
    record.source = try choice("SOURCE", line)
    record.evidence = line.parameter("EVIDENCE")
    record.urgency = try choice("URGENCY", line)
    record.since = try day("SINCE", line)
    record.until = try day("UNTIL", line)
    record.visibility = try choice("VISIBILITY", line)
    record.terms = try choice("TERMS", line)
    record.state = try choice("STATE", line)
    record.byHost = line.parameter("BYHOST")?.lowercased() == "true" ? true : nil
    if let fields = line.parameter("FIELDS") {
      record.unknownFields = try VCardOwnField.members(
        of: fields, called: "FIELDS", besides: UnknownField.ofListings)
    }
    return record
  }

  private static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ line: ContentLine
  ) throws(RecordProblem) -> Choice? {
    guard let text = line.parameter(name)?.lowercased() else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw RecordProblem(
        reason: "\(line.name).\(name): \(RecordProblem.shown(text)) is none of \(known); left out")
    }
    return choice
  }

  private static func day(_ name: String, _ line: ContentLine) throws(RecordProblem) -> Day? {
    guard let text = line.parameter(name) else { return nil }
    guard let day = Day(text) else {
      throw RecordProblem(
        reason: "\(line.name).\(name): \(RecordProblem.shown(text)) is no date such as 2026-11-23; left out")
    }
    return day
  }
}
