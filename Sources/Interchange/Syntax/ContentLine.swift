/// One line of vCard or iCalendar: `item1.EMAIL;TYPE=work:anna@mots.example`, unfolded and taken apart.
struct ContentLine {
  /// The 1-based line of the file on which it begins.
  var line: Int
  /// What joins it to other lines of the same card, in lower case; empty for most: `item1`.
  var group = ""
  /// In capitals: `EMAIL`; empty where there is a problem.
  var name = ""
  /// Each value of each parameter, in order, names in capitals. A bare one of vCard 2.1, as `HOME` in
  /// `TEL;HOME:`, stands under `TYPE` or `ENCODING`.
  var parameters: [(name: String, value: String)] = []
  /// As it stands in the file, in UTF-8: with its escapes, quoted-printable or base64.
  var value: [UInt8] = []
  /// Why the line cannot be used.
  var problem: RecordProblem?

  /// The first value of a parameter.
  func parameter(_ name: String) -> String? {
    parameters.first { $0.name == name }?.value
  }

  /// The words under `TYPE` in lower case, without those that say nothing.
  var types: [String] {
    parameters.filter { $0.name == "TYPE" }.flatMap { $0.value.lowercased().split(separator: ",") }.map {
      String($0).trimmed
    }
  }

  /// How much the contact prefers this to other lines of the name: 1 most, 101 where nothing is said.
  var preference: Int {
    if let said = parameter("PREF").flatMap({ Int($0) }) { return min(max(said, 1), 100) }
    return types.contains("pref") ? 1 : 101
  }
}

extension ContentLine {
  /// Takes an unfolded line apart.
  init(_ bytes: [UInt8], line: Int) {
    self.line = line
    guard let colon = Self.colon(in: bytes) else {
      problem = RecordProblem(reason: "\(RecordProblem.shown(bytes[...].text)) has no ':' and is no property")
      return
    }
    if bytes.contains(0) {
      problem = RecordProblem(reason: "holds a NUL byte")
      return
    }
    var fields = Self.split(bytes[..<colon], at: UInt8(ascii: ";"))[...]
    let full = (fields.popFirst() ?? []).trimmed
    let dot = full.lastIndex(of: UInt8(ascii: "."))
    group = dot.map { full[..<$0].text.lowercased() } ?? ""
    name = full[(dot.map { $0 + 1 } ?? full.startIndex)...].capitals
    for field in fields { addParameters(field) }
    value = Array(bytes[(colon + 1)...])
    if name.isEmpty { problem = RecordProblem(reason: "has no name before ':' and is no property") }
  }

  private mutating func addParameters(_ field: ArraySlice<UInt8>) {
    guard let equals = field.firstIndex(of: UInt8(ascii: "=")) else {
      let word = field.trimmed.text
      if word.isEmpty { return }
      parameters.append((Self.encodings.contains(word.uppercased()) ? "ENCODING" : "TYPE", word))
      return
    }
    let name = field[..<equals].trimmed.capitals
    for value in Self.split(field[(equals + 1)...], at: UInt8(ascii: ",")) {
      parameters.append((name, Self.parameterText(value.trimmed)))
    }
  }

  /// Without quotes, and with the characters for which RFC 6868 has `^` escapes.
  private static func parameterText(_ raw: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var index = raw.startIndex
    while index < raw.endIndex {
      let byte = raw[index]
      let next = index + 1 < raw.endIndex ? raw[index + 1] : 0
      switch (byte, next) {
      case (.caret, UInt8(ascii: "n")), (.caret, UInt8(ascii: "N")): text.append(.lineFeed)
      case (.caret, .apostrophe): text.append(.quote)
      case (.caret, .caret): text.append(.caret)
      case (.quote, _):
        index += 1
        continue
      default:
        text.append(byte)
        index += 1
        continue
      }
      index += 2
    }
    return text[...].text
  }

  /// Where the value begins: the first colon outside quotes, or the first one if quotes are astray.
  private static func colon(in bytes: [UInt8]) -> Int? {
    var isQuoted = false
    var first: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == .quote { isQuoted.toggle() }
      if byte == UInt8(ascii: ":") {
        if !isQuoted { return index }
        first = first ?? index
      }
    }
    return first
  }

  private static func split(_ bytes: ArraySlice<UInt8>, at separator: UInt8) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var isQuoted = false
    for index in bytes.indices {
      if bytes[index] == .quote { isQuoted.toggle() }
      if bytes[index] == separator, !isQuoted {
        parts.append(bytes[start..<index])
        start = index + 1
      }
    }
    return parts + [bytes[start...]]
  }

  private static let encodings: Set<String> = ["QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"]
}

extension UInt8 {
  fileprivate static let caret = UInt8(ascii: "^")
}
