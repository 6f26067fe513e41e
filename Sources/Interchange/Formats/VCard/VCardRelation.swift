internal import Matchmaking

/// What a card says of somebody else: `RELATED;TYPE=friend:urn:uuid:…` (RFC 6350, 6.6.6; values of XFN), or in Apple's cards
/// `item1.X-ABRELATEDNAMES:Jo Roux` with `item1.X-ABLabel:_$!<Spouse>!$_`.
struct VCardRelation {
  /// How the two know each other; nil where the words say nothing of it: `agent`, `me`.
  let kind: Tie.Kind?
  let since: Day?
  /// The other's `UID`, web or mail address, or name.
  let target: String
  private let words: [String]
  /// Apple's label, if it is Apple's line.
  private let label: String?

  /// Reads a `RELATED`.
  init(_ line: ContentLine, _ dialect: ContentDialect) throws(RecordProblem) {
    label = nil
    words = line.types
    target = try line.wholeText(.rfc)
    try FieldLimit.text.check(target, of: "RELATED")
    since = line.parameter("X-SINCE").flatMap { Day($0) }
    kind = Self.kind(words)
  }

  /// Reads an `X-ABRELATEDNAMES` with its label.
  init(_ line: ContentLine, _ dialect: ContentDialect, label: String?) throws(RecordProblem) {
    self.label = label ?? ""
    words = [VCardUnknownFields.plain(label: label ?? "")].filter { !$0.isEmpty }
    target = try line.text(dialect)
    since = nil
    kind = Self.kind(words)
  }

  /// The closest of all that are said; `Tie.Kind` goes from close to loose.
  private static func kind(_ words: [String]) -> Tie.Kind? {
    let kinds = words.isEmpty ? [.acquaintance] : words.compactMap { Self.kinds[$0] }
    return Tie.Kind.allCases.first(where: kinds.contains)
  }

  /// Keeps it as an unknown field.
  func keep(in unknown: inout VCardUnknownFields) {
    if let label {
      unknown.add(target, of: "X-ABRELATEDNAMES", label: label)
    } else {
      unknown.add(description, as: "related")
    }
  }

  /// The words, then the target, as an unknown field keeps them.
  private var description: String {
    words.isEmpty ? target : "\(words.joined(separator: ", ")): \(target)"
  }

  private static let kinds: [String: Tie.Kind] = [
    "kin": .kin, "child": .kin, "parent": .kin, "sibling": .kin, "spouse": .kin, "partner": .kin,
    "mother": .kin, "father": .kin, "brother": .kin, "sister": .kin, "son": .kin, "daughter": .kin,
    "husband": .kin, "wife": .kin, "assistant": .colleague, "manager": .colleague,
    "friend": .friend, "sweetheart": .friend, "date": .friend, "co-resident": .friend,
    "co-worker": .colleague, "colleague": .colleague,
    "acquaintance": .acquaintance, "contact": .acquaintance, "met": .acquaintance, "neighbor": .acquaintance,
  ]
}
