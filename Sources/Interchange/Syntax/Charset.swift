internal import Foundation

/// Decodes bytes whose character set is named, as by `CHARSET=ISO-8859-1`.
enum Charset {
  /// The text in UTF-8. Where no set is named, or one that is unknown, it is UTF-8 if the bytes are that, else
  /// Windows-1252. What stands for no letter comes as a replacement character.
  static func decoded(_ bytes: [UInt8], named name: String?) -> [UInt8] {
    if let encoding = name.flatMap({ encodings[$0.uppercased()] }),
      let text = String(bytes: bytes, encoding: encoding)
    {
      return Array(text.utf8)
    }
    if bytes[...].isValidUTF8 { return bytes }
    // One stray byte, or a letter cut in two, must not garble all the others.
    if name?.uppercased().hasPrefix("UTF") == true {
      return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    return Array(String(String.UnicodeScalarView(bytes.map(Windows1252.scalar))).utf8)
  }

  private static let encodings: [String: String.Encoding] = [
    "UTF-8": .utf8, "UTF8": .utf8, "UTF-16": .utf16, "WINDOWS-1250": .windowsCP1250,
    "WINDOWS-1251": .windowsCP1251, "CP1251": .windowsCP1251, "WINDOWS-1253": .windowsCP1253,
    "WINDOWS-1254": .windowsCP1254, "ISO-8859-2": .isoLatin2, "SHIFT_JIS": .shiftJIS, "SHIFT-JIS": .shiftJIS,
    "EUC-JP": .japaneseEUC, "ISO-2022-JP": .iso2022JP,
  ]
}
