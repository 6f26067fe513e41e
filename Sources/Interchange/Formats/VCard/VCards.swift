/// Takes the lines of a text apart into cards, one after the other.
struct VCards {
  /// Whether there was any card.
  private(set) var hasBegun = false
  private var lines: ContentLines
  private var open: VCard?
  /// How many cards of an `AGENT` are open within the card.
  private var depth = 0

  init(_ bytes: [UInt8]) {
    lines = ContentLines(bytes)
  }

  /// The next card; what belongs to none, and cards that do not end, are reported.
  mutating func next(_ summary: inout Import.Summary) -> VCard? {
    while let line = lines.next() {
      let isMark = line.name == "BEGIN" || line.name == "END"
      guard isMark, line.value[...].trimmed.text.uppercased() == "VCARD" else {
        add(line, &summary)
        continue
      }
      if depth > 0 {
        depth += line.name == "BEGIN" ? 1 : -1
      } else if line.name == "END" {
        if let card = open {
          open = nil
          return card
        }
        summary.drop(line: line.line, "END:VCARD ends no card")
      } else if let card = open, card.lines.last?.name == "AGENT" {
        summary.drop(line: line.line, "AGENT: a card within a card; left out")
        depth = 1
      } else if let card = begin(line) {
        summary.drop(line: card.line, "END:VCARD is missing before the next card begins")
        return card
      }
    }
    guard let card = open else { return nil }
    summary.drop(line: card.line, "END:VCARD is missing at the end of the file")
    open = nil
    return card
  }

  /// Opens a card; one that was open comes back.
  private mutating func begin(_ line: ContentLine) -> VCard? {
    hasBegun = true
    defer { open = VCard(line: line.line) }
    return open
  }

  private mutating func add(_ line: ContentLine, _ summary: inout Import.Summary) {
    if depth > 0 { return }
    if let problem = line.problem {
      summary.drop(line: line.line, problem.reason)
    } else if open == nil {
      summary.drop(line: line.line, "\(RecordProblem.shown(line.name)) is in no card")
    } else {
      open?.lines.append(line)
    }
  }
}
