internal import Foundation

/// A text in the form in which two spellings of it are the same: lower case, one space between words,
/// canonical decomposition.
struct FoldedText {
  let text: String

  init(_ original: String) {
    if let ascii = Self.wordsOfASCII(original) {
      text = ascii
    } else {
      let words = original.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      text = words.decomposedStringWithCanonicalMapping
    }
  }

  /// The words in lower case with one space between them, without going through characters, which would take most of an
  /// import's time; nil if the text is not all ASCII.
  private static func wordsOfASCII(_ original: String) -> String? {
    var original = original
    return original.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { words in
        var count = 0
        for byte in bytes {
          if !byte.isBlank {
            words[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            count += 1
          } else if count > 0, words[count - 1] != .space {
            words[count] = .space
            count += 1
          }
        }
        return count > 0 && words[count - 1] == .space ? count - 1 : count
      }
    }
  }

  /// The text as a part of an identifier: ASCII letters, digits and hyphens, 40 at most; empty if the text
  /// has no Latin letters.
  var slug: String {
    if let ascii = slugOfASCII { return ascii }
    var result: [UInt8] = []
    for scalar in text.unicodeScalars where result.count < 40 {
      switch scalar {
      case "a"..."z", "0"..."9": result.append(UInt8(scalar.value))
      case "\u{300}"..."\u{36F}", "'", "’": continue
      default:
        if let letters = Self.spelled[scalar] {
          result += letters.utf8
        } else if result.last != UInt8(ascii: "-"), !result.isEmpty {
          result.append(UInt8(ascii: "-"))
        }
      }
    }
    while result.count > 40 || result.last == UInt8(ascii: "-") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// As ``slug``; nil if the text is not all ASCII.
  private var slugOfASCII: String? {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: 40) { result in
        var count = 0
        for byte in bytes where count < 40 {
          switch byte {
          case 0x61...0x7A, 0x30...0x39:
            result[count] = byte
            count += 1
          case .apostrophe: continue
          default:
            guard count > 0, result[count - 1] != UInt8(ascii: "-") else { continue }
            result[count] = UInt8(ascii: "-")
            count += 1
          }
        }
        while count > 0, result[count - 1] == UInt8(ascii: "-") { count -= 1 }
        return count
      }
    }
  }

  /// Whether the slug says all that the text does, but for accents and punctuation: not so for other scripts than
  /// Latin, nor where it is too long.
  var isSpelledBySlug: Bool {
    text.utf8.count <= 40
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII || !scalar.properties.isAlphabetic || Self.spelled[scalar] != nil
      }
  }

  /// Latin letters that Unicode does not take apart.
  private static let spelled: [Unicode.Scalar: String] = [
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
  ]
}
