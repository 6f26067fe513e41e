/// Reads one JSON string, from its opening quote to its closing one.
struct JSONString {
  private let bytes: [UInt8]
  private let end: Int
  /// Behind the closing quote once the text is read, else where the fault lies.
  private(set) var position: Int
  /// What is wrong, if no text could be read.
  private(set) var fault = ""

  init(bytes: [UInt8], opening: Int, end: Int) {
    self.bytes = bytes
    self.end = end
    position = opening + 1
  }

  /// The text with its escapes resolved, or nil if there is a fault. Half of a surrogate pair becomes U+FFFD.
  mutating func text() -> String? {
    let start = position
    while position < end, bytes[position] != .quote, bytes[position] != .backslash, bytes[position] >= 0x20 {
      position += 1
    }
    if position < end, bytes[position] == .quote {
      position += 1
      return bytes[start..<position - 1].text
    }
    var content = Array(bytes[start..<position])
    while position < end {
      let byte = bytes[position]
      switch byte {
      case .quote:
        position += 1
        return content[...].text
      case .backslash:
        guard let scalar = escaped() else { return nil }
        content += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      case 0..<0x20:
        fault = "a control character stands in a text"
        return nil
      default:
        content.append(byte)
        position += 1
      }
    }
    fault = "a text has no closing quote"
    return nil
  }

  private mutating func escaped() -> Unicode.Scalar? {
    guard position + 1 < end else {
      fault = "a text has no closing quote"
      return nil
    }
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case .quote, .backslash, UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default:
      position -= 2
      fault = "JSON has no such escape"
      return nil
    }
    guard let high = fourDigits() else {
      fault = "\\u needs four hexadecimal digits"
      return nil
    }
    guard (0xD800..<0xDC00).contains(high), position + 1 < end, bytes[position] == .backslash,
      bytes[position + 1] == UInt8(ascii: "u")
    else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
    let behindHigh = position
    position += 2
    guard let low = fourDigits(), (0xDC00..<0xE000).contains(low) else {
      position = behindHigh
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
  }

  private mutating func fourDigits() -> UInt32? {
    guard position + 4 <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }
}
