extension TextEncoder {
  /// Words that are left out at most on each side: enough for a listing.
  private static let mostWords = 24
  /// Words that are named at most on each side.
  private static let mostCarriers = 3
  /// What a word must carry, of what the one that carries most does.
  private static let leastShare: Float = 0.4

  /// The words of two texts that carry the likeness of their meanings: those without which it falls most.
  ///
  /// Each word is left out in turn, stop words aside (leave-one-word-out; Li, Monroe and Jurafsky, "Understanding Neural
  /// Networks through Representation Erasure", 2016).
  ///
  /// - Returns: one to three words of each text as it writes them, in its order; none of a text without words.
  /// - Complexity: O(words · length) of both texts, in one batch.
  package func carriers(of text: String, and other: String) -> (text: [String], other: [String]) {
    let (mine, theirs) = (Self.variants(of: text), Self.variants(of: other))
    let vectors = encode([text, other] + mine.map(\.rest) + theirs.map(\.rest))
    let full = SemanticVectors.similarity(vectors[0], vectors[1])
    func carriers(_ variants: [(word: String, rest: String)], from start: Int, with other: Int) -> [String] {
      let losses = variants.indices.map { full - SemanticVectors.similarity(vectors[start + $0], vectors[other]) }
      guard let most = losses.max() else { return [] }
      let chosen = losses.indices.sorted { (losses[$1], $0) < (losses[$0], $1) }.prefix(Self.mostCarriers)
        .filter { losses[$0] == most || losses[$0] >= Self.leastShare * most }
      return chosen.sorted().map { variants[$0].word }
    }
    return (carriers(mine, from: 2, with: 1), carriers(theirs, from: 2 + mine.count, with: 0))
  }

  /// Each word of a text, and the text without it.
  private static func variants(of text: String) -> [(word: String, rest: String)] {
    let bytes = Array(text.utf8)
    func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    return StopWords.removed(from: Words.split(text)).prefix(mostWords).map { word in
      (
        string(bytes[word.source]),
        string(bytes[..<word.source.lowerBound]) + string(bytes[word.source.upperBound...])
      )
    }
  }
}
