/// Writes CSV (RFC 4180, lines end in LF) that a spreadsheet shows and never runs.
///
/// A cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return gets an apostrophe in front, since
/// a spreadsheet would take it for a formula (OWASP, "CSV Injection"); so does one with apostrophes before
/// such a character, which makes the change reversible: see ``unguarded(_:)``.
package enum CSVText {
  /// One record with its line end.
  package static func line(_ cells: [String]) -> String {
    cells.map { quoted(guarded($0)) }.joined(separator: ",") + "\n"
  }

  /// The text of a cell as it was before it was guarded against being taken for a formula.
  static func unguarded(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    content.first == .apostrophe && isFormula(content) ? content.dropFirst() : content
  }

  private static func guarded(_ cell: String) -> String {
    isFormula(cell.utf8) ? "'" + cell : cell
  }

  private static func isFormula(_ content: some Collection<UInt8>) -> Bool {
    switch content.first(where: { $0 != .apostrophe }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), .tab, .carriageReturn:
      true
    default: false
    }
  }

  private static func quoted(_ cell: String) -> String {
    let special: Set<UInt8> = [
      .quote, UInt8(ascii: ","), UInt8(ascii: ";"), .lineFeed, .carriageReturn, .tab,
    ]
    guard cell.utf8.contains(where: special.contains) else { return cell }
    return "\"" + cell.replacing(["\"": "\"\""]) + "\""
  }
}
