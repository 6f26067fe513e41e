/// Cuts a text that is too long for an encoder into parts that are not.
package enum Sentences {
  /// Parts of a text that each have at most `limit` pieces and together are the whole text, in order.
  ///
  /// A part that is too long is cut in two near its middle: between two sentences; if it is one sentence, between
  /// two words; if it is one word, anywhere. A single scalar is a part however many pieces it has.
  ///
  /// - Parameter pieceCount: the number of pieces of a part, those for its begin and end included.
  /// - Complexity: O(n log n) in the text's length if counting is linear.
  package static func parts(of text: String, limit: Int, pieceCount: (String) -> Int) -> [String] {
    guard pieceCount(text) > limit else { return [text] }
    let bytes = Array(text.utf8)
    let cuts = cuts(in: text)
    var parts: [String] = []
    // What is still to be looked at, the first last.
    var rest = [0..<bytes.count]
    while let range = rest.popLast() {
      let part = String(decoding: bytes[range], as: UTF8.self)
      if pieceCount(part) > limit, let cut = bestCut(in: range, of: cuts) {
        rest.append(cut..<range.upperBound)
        rest.append(range.lowerBound..<cut)
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  /// How well a text can be cut before a byte.
  private enum Cut: UInt8 {
    case withinScalar, withinWord, betweenWords, betweenSentences
  }

  /// The cuts before each byte of a text. White space stays with what is before it.
  private static func cuts(in text: String) -> [Cut] {
    var cuts: [Cut] = []
    cuts.reserveCapacity(text.utf8.count)
    var endsSentence = false
    var previous: Cut = .withinWord
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      cuts.append(isSpace ? .withinWord : previous)
      cuts += repeatElement(.withinScalar, count: UTF8.width(scalar) - 1)
      switch scalar {
      case "\n", "\r", "\u{2028}", "\u{2029}", "。", "！", "？", "।":
        endsSentence = true
        previous = .betweenSentences
      case ".", "!", "?", "…", "؟", "۔":
        endsSentence = true
        previous = .withinWord
      case "\"", "'", ")", "]", "”", "’", "»":
        break
      default:
        endsSentence = isSpace && endsSentence
        previous = isSpace ? (endsSentence ? .betweenSentences : .betweenWords) : .withinWord
      }
    }
    return cuts
  }

  /// The best kind of cut within a range, nearest to its middle; nil if the range is a single scalar.
  private static func bestCut(in range: Range<Int>, of cuts: [Cut]) -> Int? {
    guard range.count > 1 else { return nil }
    let middle = range.lowerBound + range.count / 2
    var best: (kind: UInt8, place: Int) = (Cut.withinScalar.rawValue, middle)
    for distance in 0...range.count / 2 {
      for place in [middle - distance, middle + distance]
      where place > range.lowerBound && place < range.upperBound && cuts[place].rawValue > best.kind {
        best = (cuts[place].rawValue, place)
      }
      if best.kind == Cut.betweenSentences.rawValue { break }
    }
    return best.kind == Cut.withinScalar.rawValue ? nil : best.place
  }
}
