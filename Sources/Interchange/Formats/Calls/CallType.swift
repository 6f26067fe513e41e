/// Whether somebody called the host, or was called; by the words of call logs, or Android's numbers.
enum CallType {
  case incoming, outgoing
  /// A call that nobody took, of whatever kind.
  case missed

  /// Nil if the text says nothing that linkup knows.
  init?(_ text: String) {
    let slug = FoldedText(text).slug
    switch slug {
    case "1", "in": self = .incoming
    case "2", "out": self = .outgoing
    case "3", "4", "5", "6": self = .missed
    default:
      let words = slug.utf8.split(separator: UInt8(ascii: "-"))
      let known = Self.openings.first { entry in
        words.contains { word in entry.words.contains { word.starts(with: $0.utf8) } }
      }
      guard let known else { return nil }
      self = known.type
    }
  }

  /// How words begin in English, French and German; those of missed calls first, for a missed one is incoming
  /// as well.
  private static let openings: [(type: CallType, words: [String])] = [
    (
      .missed,
      [
        "miss", "manqu", "verpass", "reject", "rejet", "refus", "abgelehn", "block", "bloqu", "cancel",
        "annul",
        "voicemail", "messagerie", "declin", "unanswer", "no", "sans", "absence",
      ]
    ),
    (.incoming, ["incoming", "inbound", "receiv", "entrant", "recu", "eingehend", "angenommen", "answered"]),
    (.outgoing, ["outgoing", "outbound", "dial", "sortant", "emis", "ausgehend", "gewahlt", "placed"]),
  ]
}
