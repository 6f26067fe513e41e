/// Splits a text into folded words.
///
/// A word is a run of letters and digits after folding (see ``FoldedScalars``); a hyphen splits. Of a run with
/// apostrophes, French elisions before it (`l'entreprise`, `jusqu'à`) and English endings behind it (`kid's`,
/// `we'll`) are dropped, and what is left is one word: `aujourd'hui`.
package enum Words {
  /// The words of a text in order. Complexity: O(length).
  package static func split(_ text: String) -> [Word] {
    let buffer = WordBuffer()
    var text = text
    text.withUTF8 { buffer.read($0) }
    return buffer.withWords { words, scalars in
      words.map { Word(scalars: Array(scalars[$0.scalars]), source: $0.source) }
    }
  }

  /// The parts of a word between apostrophes, without French elisions and English endings; one at least.
  static func withoutElisions(
    _ parts: ArraySlice<Range<Int>>, scalars: (Range<Int>) -> UnsafeBufferPointer<UInt32>
  ) -> ArraySlice<Range<Int>> {
    func isAmong(_ words: Set<[UInt32]>, _ part: Range<Int>?) -> Bool {
      part.map { words.contains(Array(scalars($0))) } ?? false
    }
    var kept = parts
    if kept.count > 1, isAmong(endings, kept.last) { kept.removeLast() }
    while kept.count > 1, isAmong(elisions, kept.first) { kept.removeFirst() }
    return kept
  }

  private static let elisions = scalars(of: [
    "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu",
  ])
  private static let endings = scalars(of: ["s", "m", "d", "ll", "ve", "re"])

  private static func scalars(of words: [String]) -> Set<[UInt32]> {
    Set(words.map { $0.unicodeScalars.map(\.value) })
  }
}
