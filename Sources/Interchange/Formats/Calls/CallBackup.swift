/// The calls in a backup of Android's "SMS Backup & Restore": XML with all that it says in attributes of
/// `<call>`, so that a scan for these needs no reader of XML.
enum CallBackup {
  /// Whether a text begins as such a backup does.
  static func recognises(_ text: SourceText) -> Bool {
    let start = text.bytes.prefix(4096).text
    return start.first { !$0.isWhitespace } == "<" && (start.contains("<calls ") || start.contains("<calls>"))
  }

  /// The calls in order.
  static func calls(of text: SourceText) -> [Call] {
    let bytes = text.bytes
    var calls: [Call] = []
    var line = 1
    var index = 0
    while index < bytes.count {
      if bytes[index] == .lineFeed { line += 1 }
      guard bytes[index] == UInt8(ascii: "<"), bytes[index...].starts(with: "<call ".utf8) else {
        index += 1
        continue
      }
      index += 6
      var call = Call(line: line)
      var dates = (readable: "", instant: "")
      while let (name, value) = attribute(in: bytes, &index, &line) {
        guard value.count <= 1000 else { continue }
        switch name.text {
        case "number": call.number = unescaped(value)
        case "contact_name": call.name = isUnknown(value) ? "" : unescaped(value)
        case "date": dates.instant = value.text
        case "readable_date": dates.readable = unescaped(value)
        case "type": call.type = CallType(value.text)
        case "duration": call.duration = value.text
        default: break
        }
      }
      // The readable one is in the telephone's own zone.
      let readable = CallDate(dates.readable)
      call.date = readable?.day(isDayFirst: true) == nil ? CallDate(dates.instant) : readable
      if readable?.isDayFirst == nil, readable?.day(isDayFirst: true) != readable?.day(isDayFirst: false) {
        call.date = CallDate(dates.instant)
      }
      calls.append(call)
    }
    return calls
  }

  /// Whether a name says that there is none, as `(Unknown)` does in whatever language.
  private static func isUnknown(_ name: ArraySlice<UInt8>) -> Bool {
    name.first == UInt8(ascii: "(") && name.last == UInt8(ascii: ")")
  }

  /// The next attribute of a tag; nil at the end of the tag.
  private static func attribute(
    in bytes: [UInt8], _ index: inout Int, _ line: inout Int
  ) -> (name: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    func skip(while condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
      let start = index
      while index < bytes.count, condition(bytes[index]) {
        if bytes[index] == .lineFeed { line += 1 }
        index += 1
      }
      return bytes[start..<index]
    }
    _ = skip(while: \.isBlank)
    let name = skip {
      !$0.isBlank && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<")
    }
    _ = skip { $0.isBlank || $0 == UInt8(ascii: "=") }
    guard !name.isEmpty, index < bytes.count, bytes[index] == .quote || bytes[index] == .apostrophe else {
      return nil
    }
    let quote = bytes[index]
    index += 1
    let value = skip { $0 != quote }
    guard index < bytes.count else { return nil }
    index += 1
    return (name, value)
  }

  private static func unescaped(_ value: ArraySlice<UInt8>) -> String {
    guard value.contains(UInt8(ascii: "&")) else { return value.trimmed.text }
    var text = value.trimmed.text
    for (escape, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(escape, with: character)
    }
    return text
  }
}
