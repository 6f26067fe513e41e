/// What the first line of the file that a content line is on says of those that follow.
struct ContentLineOpening {
  /// In capitals, without group.
  let name: String
  let isQuotedPrintable: Bool
  let isBase64: Bool

  init(_ line: ArraySlice<UInt8>) {
    let full = line.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ":") }
    name = (full.lastIndex(of: UInt8(ascii: ".")).map { full[($0 + 1)...] } ?? full).trimmed.capitals
    // Most lines have no parameters, and letters cost time.
    let parameters = line[full.endIndex...].prefix { $0 != UInt8(ascii: ":") }.capitals
    isQuotedPrintable = !parameters.isEmpty && parameters.contains("QUOTED-PRINTABLE")
    isBase64 = !parameters.isEmpty && (parameters.contains("BASE64") || parameters.contains("ENCODING=B"))
  }

  /// Whether the value is a picture, sound, key or drawing, of which no contact has any use here.
  var isBinary: Bool { Self.binary.contains(name) }

  private static let binary: Set<String> = [
    "ATTACH", "IMAGE", "KEY", "LOGO", "PHOTO", "SOUND", "X-MS-CARDPICTURE", "X-MS-OL-DESIGN",
  ]
}

extension ArraySlice<UInt8> {
  /// The slice as text with the letters of ASCII in capitals.
  var capitals: String {
    if isEmpty { return "" }
    return String(unsafeUninitializedCapacity: count) { buffer in
      for (index, byte) in enumerated() {
        buffer[index] = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 0x20 : byte
      }
      return count
    }
  }
}
