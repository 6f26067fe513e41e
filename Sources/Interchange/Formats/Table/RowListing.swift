internal import Matchmaking

/// The offer or need that one row of a table is about; see ``ListingColumns``.
struct RowListing {
  var kind: String?
  var title: String?
  var description: String?
  /// What else the row says.
  var unknownFields: [String: String] = [:]

  /// Nil if the row has no text.
  func record() throws(RecordProblem) -> ListingRecord? {
    let (text, rest) = ListingWords.joined(title: title, description: description)
    guard let text else { return nil }
    guard let kind = kind.flatMap(ListingColumns.kind) else {
      let said =
        kind.map { "\(RecordProblem.shown($0)) is neither offer nor need" }
        ?? "neither offer nor need is said"
      throw RecordProblem(reason: "\(RecordProblem.shown(text)): \(said)")
    }
    var listing = ListingRecord(field: kind == .need ? "needs" : "offers", kind: kind, text: text)
    listing.unknownFields = unknownFields
    if let rest { listing.unknownFields["description"] = JSONText.quoted(rest) }
    return listing
  }
}
