/// Writes JSON: one object on one line, fields in the order in which they are added.
package struct JSONText {
  private(set) var bytes: [UInt8] = [UInt8(ascii: "{")]

  /// The object's text, closed.
  var text: String { String(decoding: bytes + [UInt8(ascii: "}")], as: UTF8.self) }

  /// Adds a field whose value is JSON text already.
  mutating func add(_ name: String, json value: String) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes += Self.quoted(name).utf8
    bytes.append(UInt8(ascii: ":"))
    bytes += value.utf8
  }

  /// Adds a field with a text, unless there is none.
  mutating func add(_ name: String, _ value: String?) {
    if let value { add(name, json: Self.quoted(value)) }
  }

  /// Adds a field with a list of JSON texts, unless the list is empty.
  mutating func add(_ name: String, list values: [String]) {
    if !values.isEmpty { add(name, json: "[" + values.joined(separator: ",") + "]") }
  }

  /// A text as a JSON string; letters stay as they are, control characters are escaped.
  package static func quoted(_ text: String) -> String {
    var result: [UInt8] = [.quote]
    for byte in text.utf8 {
      switch byte {
      case .quote: result += [.backslash, .quote]
      case .backslash: result += [.backslash, .backslash]
      case .lineFeed: result += [.backslash, UInt8(ascii: "n")]
      case .carriageReturn: result += [.backslash, UInt8(ascii: "r")]
      case .tab: result += [.backslash, UInt8(ascii: "t")]
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        result += Array("\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8)
      default: result.append(byte)
      }
    }
    result.append(.quote)
    return String(decoding: result, as: UTF8.self)
  }

  /// JSON text kept from an import as it can stand on one line; what is no JSON becomes a string.
  static func onOneLine(_ text: String) -> String {
    let bytes = Array(text.utf8)
    guard (try? JSONReader.value(in: bytes, 0..<bytes.count)) != nil else { return quoted(text) }
    // A valid JSON text has line ends between its tokens alone.
    return String(
      decoding: bytes.map { $0 == .lineFeed || $0 == .carriageReturn ? .space : $0 }, as: UTF8.self)
  }
}
