/// Writes one property of vCard 4.0: escaped, so that no text of a network can begin another property, and
/// folded after 75 bytes.
struct VCardLineText {
  private var header: String

  /// Begins a property.
  init(_ name: String) {
    header = name
  }

  /// Adds a parameter, unless it has no value.
  mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    let isPlain =
      !value.isEmpty && value.utf8.allSatisfy { $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "-") }
    header += ";\(name)=" + (isPlain ? value : "\"" + Self.quoted(Self.printable(value)) + "\"")
  }

  /// The property's lines with a text for its value, with line ends.
  func text(_ value: String) -> String { raw(Self.escaped(value)) }

  /// The property's lines with the parts of a structured value.
  func structured(_ parts: [String]) -> String { raw(parts.map(Self.escaped).joined(separator: ";")) }

  /// The property's lines with a web or other address, which has no escapes; one that is none by its letters
  /// is written as a text.
  mutating func address(_ value: String) -> String {
    if value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != .backslash }) { return raw(value) }
    add("VALUE", "text")
    return text(value)
  }

  private func raw(_ value: String) -> String { Self.folded("\(header):\(value)") }

  /// A text with the escapes of a value (RFC 6350, 3.4).
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in printable(text).unicodeScalars {
      switch scalar {
      case "\n": escaped += "\\n"
      case "\\", ",", ";": escaped += "\\\(scalar)"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A text as a card can hold it: every kind of line end as LF, and a space for any other control character
  /// but the tab.
  static func printable(_ text: String) -> String {
    let lines =
      text.unicodeScalars.contains("\r")
      ? text.replacing("\r\n", with: "\n").replacing(["\r": "\n"]) : text
    var result = String.UnicodeScalarView()
    for scalar in lines.unicodeScalars {
      let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0x7F
      result.append(isControl ? " " : scalar)
    }
    return String(result)
  }

  /// A parameter's value with the escapes of RFC 6868.
  private static func quoted(_ text: String) -> String {
    text.replacing(["^": "^^", "\n": "^n", "\"": "^'"])
  }

  /// A line cut after 75 bytes at most, never within a letter (RFC 6350, 3.2).
  private static func folded(_ line: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(line.utf8.count + line.utf8.count / 25 + 2)
    var length = 0
    for scalar in line.unicodeScalars {
      let letter = UTF8.encode(scalar)!
      if length + letter.count > 75 {
        bytes += [.carriageReturn, .lineFeed, .space]
        length = 1
      }
      bytes += letter
      length += letter.count
    }
    return String(decoding: bytes + [.carriageReturn, .lineFeed], as: UTF8.self)
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
