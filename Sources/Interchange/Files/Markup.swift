/// A text that by its first letter is no table, and that no reader recognises.
enum Markup {
  case json, xml

  init?(_ text: SourceText) {
    switch text.bytes.first(where: { !$0.isBlank }) {
    case UInt8(ascii: "["): self = .json
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
