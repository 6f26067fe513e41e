internal import Foundation

/// How a dialect of content lines escapes what would end a value or a part of it.
enum ContentDialect {
  /// vCard 2.1: a backslash stands for itself, but before a separator or another backslash.
  case versit
  /// vCard 3.0 and 4.0, and iCalendar: `\n` is a line end.
  case rfc
}

extension ContentLine {
  /// The value as one text, without white space around it.
  func text(_ dialect: ContentDialect, limit: FieldLimit = .text) throws(RecordProblem) -> String {
    try wholeText(dialect, limit: limit).trimmed
  }

  /// The value as one text, with the white space around it.
  func wholeText(_ dialect: ContentDialect, limit: FieldLimit = .text) throws(RecordProblem) -> String {
    try checked(Self.unescaped(decoded()[...], dialect), limit)
  }

  /// The parts of a value such as `family;given`, each of which may be a list in itself.
  func parts(_ dialect: ContentDialect, at separator: UInt8) throws(RecordProblem) -> [String] {
    var parts: [String] = []
    for part in try Self.split(decoded(), at: separator) {
      parts.append(try checked(Self.unescaped(part, dialect), .text).trimmed)
    }
    return parts
  }

  /// The value in UTF-8, with its escapes.
  func decoded() throws(RecordProblem) -> [UInt8] {
    switch parameter("ENCODING")?.uppercased() {
    case "QUOTED-PRINTABLE"?:
      return Charset.decoded(QuotedPrintable.decoded(value), named: parameter("CHARSET"))
    case "BASE64"?, "B"?:
      guard let data = Data(base64Encoded: Data(value.filter { !$0.isBlank })) else {
        throw RecordProblem(reason: "\(name): is no valid base64; left out")
      }
      return Charset.decoded(Array(data), named: parameter("CHARSET"))
    default: return value
    }
  }

  private func checked(_ text: String, _ limit: FieldLimit) throws(RecordProblem) -> String {
    if text.utf8.contains(0) { throw RecordProblem(reason: "\(name): holds a NUL byte") }
    try limit.check(text, of: name)
    return text
  }

  private static func split(_ bytes: [UInt8], at separator: UInt8) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == .backslash {
        index += 1
      } else if bytes[index] == separator {
        parts.append(bytes[start..<index])
        start = index + 1
      }
      index += 1
    }
    return parts + [bytes[start...]]
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>, _ dialect: ContentDialect) -> String {
    guard bytes.contains(.backslash) || bytes.contains(.carriageReturn) else { return bytes.text }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      if byte == .carriageReturn {
        // Line ends that came through quoted-printable.
        if index < bytes.endIndex, bytes[index] == .lineFeed { continue }
        text.append(.lineFeed)
        continue
      }
      guard byte == .backslash, index < bytes.endIndex else {
        text.append(byte)
        continue
      }
      switch (bytes[index], dialect) {
      case (UInt8(ascii: "n"), .rfc), (UInt8(ascii: "N"), .rfc): text.append(.lineFeed)
      case (UInt8(ascii: ";"), _), (UInt8(ascii: ","), _), (UInt8(ascii: ":"), _), (.backslash, _),
        (.quote, .rfc):
        text.append(bytes[index])
      default: text += [byte, bytes[index]]
      }
      index += 1
    }
    return text[...].text
  }
}
