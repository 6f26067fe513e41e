/// A charset that an encoded word names.
enum MailCharset: Equatable {
  case utf8
  /// Latin-1 and its superset Windows-1252, for which it stands in practice (WHATWG Encoding Standard).
  case windows1252
  /// A superset of ASCII with one byte for each letter, by its name in the tables.
  case singleByte(String)
  /// One that linkup has no table of, such as those of East Asia.
  case unknown(String)

  /// Nil for a text that is no name of a charset.
  init?(named name: some Collection<UInt8>) {
    guard !name.isEmpty, name.count <= 40, name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    let bare = String(decoding: name.filter(\.isLetterOrDigit), as: UTF8.self).lowercased()
    switch bare {
    case "utf8", "usascii", "ascii": self = .utf8
    case "iso88591", "windows1252", "cp1252", "latin1": self = .windows1252
    default:
      let standard = bare.hasPrefix("cp12") ? "windows" + bare.dropFirst(2) : bare
      self = Self.upperHalves[standard] == nil ? .unknown(bare) : .singleByte(standard)
    }
  }

  /// The letters that bytes stand for; nil if the charset is not known.
  func text(of bytes: ArraySlice<UInt8>) -> String? {
    switch self {
    // Some programs name UTF-8 and write Latin-1.
    case .utf8 where bytes.isValidUTF8: return bytes.text
    case .utf8, .windows1252:
      return String(String.UnicodeScalarView(bytes.map(Windows1252.scalar)))
    case .singleByte(let name):
      let upper = Array((Self.upperHalves[name] ?? "").unicodeScalars)
      // The tables of ISO 8859 begin at 0xA0.
      let first = 0x100 - upper.count
      let scalars = bytes.map { Int($0) >= first ? upper[Int($0) - first] : Unicode.Scalar($0) }
      return String(String.UnicodeScalarView(scalars))
    case .unknown: return nil
    }
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
