/// Texts of header fields with encoded words in them: `=?ISO-8859-1?Q?Zo=E9?=` (RFC 2047).
enum EncodedWords {
  /// The text; nil if part of it is in a charset that is not known.
  ///
  /// Words of one charset that follow each other are decoded as one, for many programs cut them in the middle
  /// of a letter. What only looks like an encoded word stays as it is.
  static func decoded(_ bytes: ArraySlice<UInt8>) -> String? {
    var text = ""
    var run: (charset: Charset, bytes: [UInt8])?
    var plain = bytes.startIndex
    var index = bytes.startIndex

    func append(_ letters: String?) -> Bool {
      guard let letters else { return false }
      text += letters
      return true
    }
    while index < bytes.endIndex {
      guard bytes[index] == UInt8(ascii: "="), let word = Word(bytes[index...]) else {
        index += 1
        continue
      }
      let between = bytes[plain..<index]
      if let known = run, between.allSatisfy(\.isBlank), known.charset == word.charset {
        run?.bytes += word.content
      } else {
        if let known = run {
          guard append(known.charset.text(of: known.bytes[...])) else { return nil }
        }
        if run == nil || !between.allSatisfy(\.isBlank) {
          guard append(unencoded(between)) else { return nil }
        }
        run = (word.charset, word.content)
      }
      index = word.end
      plain = index
    }
    if let known = run, !append(known.charset.text(of: known.bytes[...])) { return nil }
    return append(unencoded(bytes[plain...])) ? text : nil
  }

  /// Bytes outside encoded words should be ASCII; programs write UTF-8 or Windows-1252 all the same.
  private static func unencoded(_ bytes: ArraySlice<UInt8>) -> String? {
    bytes.isValidUTF8 ? bytes.text : Charset(named: "windows-1252"[...].utf8)?.text(of: bytes)
  }

  private struct Word {
    let charset: Charset
    let content: [UInt8]
    /// Where the bytes after it begin.
    let end: Int

    /// Nil if no encoded word begins here.
    init?(_ bytes: ArraySlice<UInt8>) {
      let start = bytes.startIndex
      guard bytes.count >= 8, bytes[start + 1] == UInt8(ascii: "?") else { return nil }
      // RFC 2047 allows 75 bytes; a bound keeps a line of half-open words from costing quadratic time.
      let word = bytes.prefix(512)
      guard let mark = word[(start + 2)...].firstIndex(of: UInt8(ascii: "?")), mark + 2 < word.endIndex,
        word[mark + 2] == UInt8(ascii: "?"),
        let charset = Charset(named: word[(start + 2)..<mark].prefix { $0 != UInt8(ascii: "*") })
      else { return nil }
      var close = mark + 3
      while close + 1 < word.endIndex,
        !(word[close] == UInt8(ascii: "?") && word[close + 1] == UInt8(ascii: "="))
      {
        if word[close] < .space { return nil }
        close += 1
      }
      guard close + 1 < word.endIndex else { return nil }
      let encoded = word[(mark + 3)..<close]
      switch word[mark + 1] | 0x20 {
      case UInt8(ascii: "q"): content = Self.quotedPrintable(encoded)
      case UInt8(ascii: "b"): content = Self.base64(encoded)
      default: return nil
      }
      self.charset = charset
      end = close + 2
    }

    private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
      var result: [UInt8] = []
      var index = bytes.startIndex
      while index < bytes.endIndex {
        if bytes[index] == UInt8(ascii: "="), index + 2 < bytes.endIndex,
          let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2])
        {
          result.append(high << 4 | low)
          index += 3
        } else {
          result.append(bytes[index] == UInt8(ascii: "_") ? .space : bytes[index])
          index += 1
        }
      }
      return result
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
      case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
      default: nil
      }
    }

    /// Passes over what is no letter of the alphabet, and ends at the padding.
    private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
      var result: [UInt8] = []
      var bits: UInt32 = 0
      var count = 0
      for byte in bytes {
        let value: UInt8
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): value = 62
        case UInt8(ascii: "/"): value = 63
        case UInt8(ascii: "="): return result
        default: continue
        }
        bits = (bits << 6 | UInt32(value)) & 0xFF_FFFF
        count += 6
        if count >= 8 {
          count -= 8
          result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
      }
      return result
    }
  }
}
