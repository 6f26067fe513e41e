/// Splits a text into folded words.
///
/// A word is a run of letters and digits after folding (see ``FoldedScalars``); a hyphen splits. Of a run with
/// apostrophes, French elisions before it (`l'entreprise`, `jusqu'à`) and English endings behind it (`kid's`,
/// `we'll`) are dropped, and what is left is one word: `aujourd'hui`.
package enum Words {
  /// The words of a text in order. Complexity: O(length).
  package static func split(_ text: String) -> [Word] {
    var words: [Word] = []
    var parts: [ArraySlice<UInt32>] = []
    var part: [UInt32] = []
    var start = 0
    var end = 0

    func endPart() {
      if !part.isEmpty { parts.append(part[...]) }
      part.removeAll(keepingCapacity: true)
    }
    func endWord() {
      endPart()
      guard !parts.isEmpty else { return }
      var kept = parts[...]
      if kept.count > 1, let last = kept.last, endings.contains(last) { kept.removeLast() }
      while kept.count > 1, let first = kept.first, elisions.contains(first) { kept.removeFirst() }
      words.append(Word(scalars: Array(kept.joined()), source: start..<end))
      parts.removeAll(keepingCapacity: true)
    }

    var offset = 0
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      var packed = FoldedScalars.fold(scalar)
      if packed == 0, !part.isEmpty { end = offset + width }
      while packed != 0 {
        let folded = UInt32(packed & 0x1F_FFFF)
        packed >>= 21
        switch folded {
        case FoldedScalars.space: endWord()
        case FoldedScalars.apostrophe: endPart()
        default:
          if part.isEmpty, parts.isEmpty { start = offset }
          part.append(folded)
          end = offset + width
        }
      }
      offset += width
    }
    endWord()
    return words
  }

  private static let elisions = scalars(of: [
    "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu",
  ])
  private static let endings = scalars(of: ["s", "m", "d", "ll", "ve", "re"])

  private static func scalars(of words: [String]) -> Set<ArraySlice<UInt32>> {
    Set(words.map { ArraySlice($0.unicodeScalars.map(\.value)) })
  }
}
