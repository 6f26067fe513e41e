internal import Foundation

/// A text in the form in which two spellings of it are the same: lower case, one space between words,
/// canonical decomposition.
struct FoldedText {
  let text: String

  init(_ original: String) {
    let lower = original.lowercased()
    if let ascii = Self.wordsOfASCII(lower) {
      text = ascii
    } else {
      let words = lower.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      text = words.decomposedStringWithCanonicalMapping
    }
  }

  /// The words with one space between them, without going through characters, which takes most of an import's
  /// time; nil if the text is not all ASCII.
  private static func wordsOfASCII(_ text: String) -> String? {
    var words: [UInt8] = []
    words.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte >= 0x80 { return nil }
      if !byte.isBlank {
        words.append(byte)
      } else if let last = words.last, last != .space {
        words.append(.space)
      }
    }
    if words.last == .space { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }

  /// The text as a part of an identifier: ASCII letters, digits and hyphens, 40 at most; empty if the text
  /// has no Latin letters.
  var slug: String {
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
