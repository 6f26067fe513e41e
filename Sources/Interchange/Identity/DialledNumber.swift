/// The digits of a telephone number as it is written, before anything is known of its country.
struct DialledNumber {
  private(set) var digits: [UInt8] = []
  /// Whether a plus sign stands before them.
  private(set) var hasPlus = false
  /// Where a zero in brackets stands among the digits, as in `+33 (0)6`.
  private(set) var optionalZero: Int?

  /// Nil if it is no number, has letters for digits, or is longer than any.
  init?(_ written: String) {
    let scalars = Array(written.unicodeScalars.prefix(100))
    var index = written.lowercased().hasPrefix("tel:") ? 4 : 0
    while index < scalars.count {
      let scalar = scalars[index]
      switch scalar {
      case "0"..."9": digits.append(UInt8(scalar.value))
      case "\u{FF10}"..."\u{FF19}": digits.append(UInt8(scalar.value - 0xFF10 + 0x30))
      case "+", "\u{FF0B}":
        guard digits.isEmpty, !hasPlus else { return nil }
        hasPlus = true
      case "(" where scalars[index...].starts(with: "(0)".unicodeScalars): optionalZero = digits.count
      case "(", ")", "[", "]", "-", ".", "/", "\u{2010}"..."\u{2015}": break
      case _ where Self.isSpace(scalar): break
      default:
        guard digits.count >= 5, Self.isExtension(scalars[index...]) else { return nil }
        index = scalars.count
      }
      index += 1
    }
    guard (5...20).contains(digits.count) else { return nil }
  }

  /// Spaces, and the invisible marks with which telephones wrap numbers.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", " ", "\u{A0}", "\u{2000}"..."\u{200F}", "\u{202A}"..."\u{202F}", "\u{2060}"..."\u{2069}",
      "\u{FEFF}":
      true
    default: false
    }
  }

  /// `x12`, `ext. 12`, `poste 12`, `#12`, `;ext=12`, `,12`.
  private static func isExtension(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    if rest.first == ";" { return true }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: rest)
    let text = String(view).lowercased()
    guard let word = words.first(where: text.hasPrefix) else { return false }
    let number = text.dropFirst(word.count).drop { " .:=\u{A0}".contains($0) }
    return (1...7).contains(number.utf8.count) && number.utf8.allSatisfy(\.isDigit)
  }

  /// The longer ones first.
  private static let words = [
    "extension", "extn", "ext", "poste", "durchwahl", "interno", "anexo", "int", "p", "x", "#", ",",
  ]
}
