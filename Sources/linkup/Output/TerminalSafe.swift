import Reporting

extension String {
  /// The text on one line, without anything that could move a terminal's cursor, change its colours or turn
  /// the direction of what follows: texts come from other people's files.
  var terminalSafe: String {
    var safe = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator:
        safe.append(" ")
      case .format where !Self.joiners.contains(scalar):
        continue
      default:
        safe.append(scalar)
      }
    }
    return String(safe)
  }

  /// The text on one line, cut at a word to at most `limit` characters, with an ellipsis if it was cut.
  func shortened(to limit: Int) -> String { terminalSafe.cut(to: limit) }

  /// Format characters that belong to words or emoji.
  private static let joiners: Set<Unicode.Scalar> = ["\u{200C}", "\u{200D}"]
}
