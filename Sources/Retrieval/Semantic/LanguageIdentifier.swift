import Foundation

/// Tells English from everything else: logistic regression on the words and character n-grams of a text.
package struct LanguageIdentifier: Sendable {
  private let weights: [Term: Int]
  private let scale: Double
  private let bias: Double

  /// The identifier of `language.lkm`.
  package init(_ file: ModelFile) throws(ModelError) {
    let pieces = try file.strings("pieces")
    let numbers = try file.tensor("weight", of: Int8.self, shape: [pieces.count])
    weights = Dictionary(
      (0..<pieces.count).map { (Self.term(of: pieces[$0]), Int(numbers[$0])) }, uniquingKeysWith: { $1 })
    scale = try Double(file.tensor("scale", of: Float.self, shape: [1])[0])
    bias = try Double(file.tensor("bias", of: Float.self, shape: [1])[0])
    guard scale.isFinite, bias.isFinite else { throw file.damaged("its scale or bias is no number") }
  }

  /// The probability that a text is English, 0…1; a half if it has no letters. Complexity: O(length).
  package func probabilityOfEnglish(_ text: String) -> Float {
    let features = Self.features(of: text)
    guard !features.isEmpty else { return 0.5 }
    let sum = features.reduce(0) { $0 + weights[$1, default: 0] }
    return Float(1 / (1 + exp(-(bias + scale * Double(sum) / Double(features.count).squareRoot()))))
  }

  /// The words of a text, and the runs of two to four scalars of each with its marked edges; each once.
  private static func features(of text: String) -> Set<Term> {
    var features: Set<Term> = []
    features.reserveCapacity(min(4 * text.utf8.count, 1 << 12))
    var word = [edgeBefore]
    func endWord() {
      guard word.count > 1 else { return }
      features.insert(Term(.word, word[1...]))
      word.append(edgeBehind)
      for start in 0..<word.count - 1 {
        for end in start + 2...min(start + 4, word.count) {
          features.insert(Term(.ngram, word[start..<end]))
        }
      }
      word.removeSubrange(1...)
    }
    for scalar in composed(text.lowercased()).unicodeScalars {
      if isPartOfWord(scalar) { word.append(scalar.value) } else { endWord() }
    }
    endWord()
    return features
  }

  /// The term of an n-gram as the file writes it; a word has "=" before it.
  private static func term(of piece: UnsafeBufferPointer<UInt8>) -> Term {
    let scalars = String(decoding: piece, as: UTF8.self).unicodeScalars.map(\.value)
    return scalars.first == wordMark ? Term(.word, scalars[1...]) : Term(.ngram, scalars[...])
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value | 0x20) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// The text in NFC. One with more combining marks in a row than any language writes stays as it is, because
  /// Foundation's time is quadratic in that; 30 is the limit of Unicode's stream-safe format (UAX #15).
  private static func composed(_ text: String) -> String {
    var needsComposing = false
    var marks = 0
    for scalar in text.unicodeScalars {
      // Below, all is composed.
      guard scalar.value >= 0x300 else {
        marks = 0
        continue
      }
      needsComposing = true
      marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
      if marks > 30 { return text }
    }
    return needsComposing ? text.precomposedStringWithCanonicalMapping : text
  }

  private static let edgeBefore = Unicode.Scalar("^").value
  private static let edgeBehind = Unicode.Scalar("$").value
  private static let wordMark = Unicode.Scalar("=").value
}
