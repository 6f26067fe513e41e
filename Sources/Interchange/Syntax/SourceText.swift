/// The text of a file as UTF-8 bytes without byte order mark, whatever encoding the file came in.
package struct SourceText {
  /// Valid UTF-8.
  package let bytes: [UInt8]

  /// Decodes UTF-8 and UTF-16 with or without byte order mark, Windows-1252, and the pages of ``CodePage``.
  ///
  /// Whether bytes are UTF-8 is decided for each line: one name cut in the middle of a letter, or a line
  /// pasted from an older file, must not garble the accents of all others.
  package init(decoding raw: [UInt8]) {
    bytes =
      switch TextEncoding(detectedIn: raw) {
      case .utf16(let bigEndian): Self.utf8(fromUTF16: raw, bigEndian: bigEndian)
      case .utf8: Self.utf8(fromLines: raw.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(raw.dropFirst(3)) : raw)
      }
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool { bytes.allSatisfy(\.isBlank) }

  private static func utf8(fromUTF16 raw: [UInt8], bigEndian: Bool) -> [UInt8] {
    let units = stride(from: 0, to: raw.count - 1, by: 2).map { index -> UInt16 in
      let (high, low) = bigEndian ? (raw[index], raw[index + 1]) : (raw[index + 1], raw[index])
      return UInt16(high) << 8 | UInt16(low)
    }
    let text = String(decoding: units.first == 0xFEFF ? units.dropFirst() : units[...], as: UTF16.self)
    return Array(text.utf8)
  }

  private static func utf8(fromLines raw: [UInt8]) -> [UInt8] {
    if raw[...].isValidUTF8 { return raw }
    // Lines of UTF-8 tell that the others are letters cut in two, or pasted in.
    let hasUTF8 = TextLines(raw).contains {
      raw[$0.range].isValidUTF8 && raw[$0.range].contains { $0 >= 0x80 }
    }
    let page = hasUTF8 ? .windows1252 : CodePage(detectedIn: raw)
    var result: [UInt8] = []
    result.reserveCapacity(raw.count + raw.count / 8)
    var start = 0
    while start < raw.count {
      let end = (raw[start...].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? raw.count - 1) + 1
      let line = raw[start..<end]
      if line.isValidUTF8 {
        result += line
      } else {
        for byte in line { result += page.scalar(byte).utf8 }
      }
      start = end
    }
    return result
  }
}

extension Unicode.Scalar {
  fileprivate var utf8: UTF8.EncodedScalar { UTF8.encode(self)! }
}
