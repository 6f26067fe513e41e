/// Which words two texts share: what can be shown to a reader as the reason for a likeness.
package enum WordsInCommon {
  /// The words of `text` that `other` has too, plural endings and accents aside, as `text` writes them, each
  /// once, in its order; words such as "the" are passed over.
  ///
  /// - Complexity: O(length of both).
  package static func between(_ text: String, _ other: String) -> [String] {
    let words = Words.split(text).filter { !StopWords.contains($0.scalars) }
    var wanted = Set(Words.split(other).map { Stem.of($0.scalars) })
    let bytes = Array(text.utf8)
    return words.compactMap { word in
      guard wanted.remove(Stem.of(word.scalars)) != nil else { return nil }
      return String(decoding: bytes[word.source], as: UTF8.self)
    }
  }
}
