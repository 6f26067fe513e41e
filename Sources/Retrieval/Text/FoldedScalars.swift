import Foundation

/// What one Unicode scalar becomes when a text is folded: compatibility forms resolved, lower case, without
/// accents.
///
/// `É` folds to `e`, `ß` to `ss`, `œ` to `oe`, `ﬁ` to `fi`, `Ａ` to `a`; a combining accent folds to nothing.
/// Letters, digits and the marks that belong to a script's letters remain, an apostrophe becomes `'`, and
/// everything else becomes a space.
enum FoldedScalars {
  /// Folded scalars, up to three of 21 bits each, the first in the lowest bits; 0 stands for none.
  typealias Packed = UInt64

  static let space: UInt32 = 0x20
  static let apostrophe: UInt32 = 0x27

  /// The folding of a scalar. Complexity: O(1) within the basic multilingual plane, whose table is computed
  /// once at the first scalar beyond Latin; a few microseconds elsewhere.
  static func fold(_ scalar: Unicode.Scalar) -> Packed {
    let value = Int(scalar.value)
    if value < latin.count { return latin[value] }
    if value < 0x10000 { return basicPlane[value] }
    return compute(scalar)
  }

  /// The foldings of the scalars below ``latinCount``, by their values.
  static let latin: [Packed] = (0..<latinCount).map { computeAt(Int($0)) }
  static let latinCount: UInt32 = 0x250
  private static let basicPlane: [Packed] = (0..<0x10000).map(computeAt)

  /// Letters that Unicode does not decompose but that people type as plain ones.
  private static let spelledOut: [Unicode.Scalar: String] = [
    "ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
    "’": "'", "‘": "'", "ʼ": "'", "＇": "'", "'": "'",
  ]

  private static func computeAt(_ value: Int) -> Packed {
    Unicode.Scalar(UInt32(value)).map(compute) ?? Packed(space)
  }

  private static func compute(_ scalar: Unicode.Scalar) -> Packed {
    if (0x300..<0x370).contains(scalar.value) { return 0 }
    var folded: [UInt32] = []
    for part in String(scalar).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
    where !(0x300..<0x370).contains(part.value) {
      if let spelling = spelledOut[part] {
        folded += spelling.unicodeScalars.map(\.value)
      } else {
        folded.append(isPartOfWord(part) ? part.value : space)
      }
    }
    return folded.prefix(3).enumerated().reduce(0) { $0 | Packed($1.element) << (21 * $1.offset) }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
