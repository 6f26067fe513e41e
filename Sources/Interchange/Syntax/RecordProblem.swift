/// Why a record, or a part of one, cannot be used; the place is added where the problem is collected.
package struct RecordProblem: Error, Hashable {
  package let reason: String
}

extension RecordProblem {
  /// A value from a file as a message shows it: short, on one line, in quotes.
  static func shown(_ value: some StringProtocol) -> String {
    let scalars = value.unicodeScalars.prefix(41).map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    var text = String(String.UnicodeScalarView(scalars.prefix(40)))
    if scalars.count > 40 { text += "…" }
    return "'\(text)'"
  }
}
