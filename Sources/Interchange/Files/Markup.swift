/// A text that by its first letter is no table, and that no reader recognises.
enum Markup {
  case json, xml

  init?(_ text: SourceText) {
    let bytes = text.bytes.lazy.filter { !$0.isBlank }.prefix(2).map { $0 }
    switch bytes.first {
    case UInt8(ascii: "{"): self = .json
    // Not the time before each line of a chat.
    case UInt8(ascii: "[") where bytes.dropFirst().first.map { #"{["]"#.utf8.contains($0) } ?? true:
      self = .json
    case UInt8(ascii: "<"): self = .xml
    default: return nil
    }
  }

  /// What the file is and what to do with it.
  var advice: String {
    switch self {
    case .json: "is JSON in no format that linkup knows: write JSON Lines, one contact a line"
    case .xml:
      "is HTML or XML in no format that linkup knows: export the contacts as vCard or CSV and import that"
    }
  }
}
