internal import Foundation

/// A charset that a card or a mail names, as by `CHARSET=ISO-8859-1`.
enum Charset: Equatable {
  case utf8
  /// Latin-1 and its superset Windows-1252, for which it stands in practice (WHATWG Encoding Standard).
  case windows1252
  /// A superset of ASCII with one byte for each letter, by its name in the tables.
  case singleByte(String)
  /// One with several bytes for a letter that Foundation knows.
  case multiByte(String.Encoding)
  case unknown(String)

  /// Nil for a text that is no name of a charset.
  init?(named name: some Collection<UInt8>) {
    guard !name.isEmpty, name.count <= 40, name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    let bare = String(decoding: name.filter(\.isLetterOrDigit), as: UTF8.self).lowercased()
    switch bare {
    case "utf8", "usascii", "ascii": self = .utf8
    case "iso88591", "windows1252", "cp1252", "latin1": self = .windows1252
    case "utf16": self = .multiByte(.utf16)
    case "shiftjis", "sjis": self = .multiByte(.shiftJIS)
    case "eucjp": self = .multiByte(.japaneseEUC)
    case "iso2022jp": self = .multiByte(.iso2022JP)
    default:
      let standard = bare.hasPrefix("cp12") ? "windows" + bare.dropFirst(2) : bare
      self = Self.upperHalves[standard] == nil ? .unknown(bare) : .singleByte(standard)
    }
  }

  /// The letters that bytes stand for; nil if the charset is not known, or has no such letters.
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
    case .multiByte(let encoding): return String(bytes: bytes, encoding: encoding)
    case .unknown: return nil
    }
  }

  /// The text of a field in UTF-8. Where no charset is named, or one that is unknown or that bytes of UTF-8 are often named
  /// as, it is UTF-8 if the bytes are that, else Windows-1252. What stands for no letter comes as a replacement character.
  static func decoded(_ bytes: [UInt8], named name: String?) -> [UInt8] {
    let charset = name.flatMap { Charset(named: $0.utf8) }
    switch charset {
    case .singleByte, .multiByte:
      if let text = charset?.text(of: bytes[...]) { return Array(text.utf8) }
    case .utf8, .windows1252, .unknown, nil: break
    }
    if bytes[...].isValidUTF8 { return bytes }
    // One stray byte, or a letter cut in two, must not garble all the others.
    if name?.uppercased().hasPrefix("UTF") == true {
      return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    return Array(String(String.UnicodeScalarView(bytes.map(Windows1252.scalar))).utf8)
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
  }
}
