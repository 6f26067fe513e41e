extension String {
  /// The text as it may stand in a report: on one line, without terminal sequences and without characters
  /// that are invisible or turn the direction of what follows, cut at a word to at most `limit` characters,
  /// with an ellipsis if it was cut; empty if nothing of it can be seen.
  ///
  /// Texts come from other people's files, and a report goes to terminals, mail programs and browsers.
  /// Cleaning them here leaves each format with nothing but its own syntax to escape.
  func legible(limit: Int) -> String {
    var line = String.UnicodeScalarView()
    var gap: Unicode.Scalar?
    var rest = unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" || scalar == "\u{9B}" {
        if scalar == "\u{9B}" || rest.first == "[" { rest.dropControlSequence() }
      } else if scalar.isGap {
        // A single no-break space is good typography; anything longer is a gap like others.
        gap = gap == nil && scalar.isNoBreakSpace ? scalar : " "
      } else if !scalar.isHidden || scalar.isJoiner {
        if let gap, !line.isEmpty { line.append(gap) }
        gap = nil
        line.append(scalar)
      }
    }
    guard line.contains(where: { !$0.isJoiner }) else { return "" }
    return String(String(line).map(\.withoutExcess)).cut(to: limit)
  }
}

extension Substring.UnicodeScalarView {
  /// Drops what follows the escape of a terminal's control sequence (ECMA-48, 5.4).
  fileprivate mutating func dropControlSequence() {
    if first == "[" { removeFirst() }
    self = drop { (" "..."?").contains($0) }
    if let last = first, ("@"..."~").contains(last) { removeFirst() }
  }
}

extension Character {
  /// The character without marks beyond what any language or emoji puts on one: a stack of them covers the
  /// lines above and below. A quote or bracket has none, with which an escape by characters would not know it.
  fileprivate var withoutExcess: Character {
    if let first = unicodeScalars.first, "<>&\"'".unicodeScalars.contains(first) { return Character(first) }
    guard unicodeScalars.count > 12 else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(12))).first ?? self
  }
}

extension Unicode.Scalar {
  /// Whether it can't be seen for what it is: controls, invisible and direction-turning characters, and every
  /// space but the usual one.
  var isHidden: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
    case .spaceSeparator: self != " "
    default: properties.isDefaultIgnorableCodePoint || self == "\u{2800}"
    }
  }

  /// Whether it parts words.
  fileprivate var isGap: Bool { properties.isWhitespace || properties.generalCategory == .control }

  fileprivate var isNoBreakSpace: Bool { self == "\u{A0}" || self == "\u{202F}" }

  /// Invisible, but part of words and emoji: the joiners and the selectors of text or emoji style.
  fileprivate var isJoiner: Bool {
    self == "\u{200C}" || self == "\u{200D}" || self == "\u{FE0E}" || self == "\u{FE0F}"
  }
}
