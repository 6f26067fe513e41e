/// What the first line of the file that a content line is on says of those that follow.
struct ContentLineOpening {
  /// In capitals, without group.
  let name: String
  let isQuotedPrintable: Bool
  let isBase64: Bool

  init(_ line: ArraySlice<UInt8>) {
    let header = line.prefix { $0 != UInt8(ascii: ":") }
    let full = header.prefix { $0 != UInt8(ascii: ";") }
    name = (full.split(separator: UInt8(ascii: ".")).last ?? []).trimmed.text.uppercased()
    let parameters = header[full.endIndex...].text.uppercased()
    isQuotedPrintable = parameters.contains("QUOTED-PRINTABLE")
    isBase64 = parameters.contains("BASE64") || parameters.contains("ENCODING=B")
  }

  /// Whether the value is a picture, sound, key or drawing, of which no contact has any use here.
  var isBinary: Bool { Self.binary.contains(name) }

  private static let binary: Set<String> = [
    "ATTACH", "IMAGE", "KEY", "LOGO", "PHOTO", "SOUND", "X-MS-CARDPICTURE", "X-MS-OL-DESIGN",
  ]
}
