internal import Matchmaking

/// What a card says of somebody else: `RELATED;TYPE=friend:urn:uuid:…` (RFC 6350, 6.6.6; values of XFN).
struct VCardRelation {
  /// The line of the file.
  let line: Int
  /// How the two know each other; nil where the words say nothing of it: `agent`, `me`.
  let kind: Tie.Kind?
  let since: Day?
  /// The other's `UID`, web or mail address, or name.
  let target: String
  private let words: [String]

  init(_ line: ContentLine, _ dialect: ContentDialect) throws(RecordProblem) {
    self.line = line.line
    words = line.types
    target = try line.wholeText(.rfc)
    try FieldLimit.text.check(target, of: "RELATED")
    since = line.parameter("X-SINCE").flatMap { Day($0) }
    let kinds = words.isEmpty ? [.acquaintance] : words.compactMap { Self.kinds[$0] }
    // The closest of all that are said; Tie.Kind goes from close to loose.
    kind = Tie.Kind.allCases.first(where: kinds.contains)
  }

  /// The words, then the target, as an unknown field keeps them.
  var description: String {
    words.isEmpty ? target : "\(words.joined(separator: ", ")): \(target)"
  }

  private static let kinds: [String: Tie.Kind] = [
    "kin": .kin, "child": .kin, "parent": .kin, "sibling": .kin, "spouse": .kin, "partner": .kin,
    "friend": .friend, "sweetheart": .friend, "date": .friend, "co-resident": .friend,
    "co-worker": .colleague, "colleague": .colleague,
    "acquaintance": .acquaintance, "contact": .acquaintance, "met": .acquaintance, "neighbor": .acquaintance,
  ]
}
