extension TextEncoder {
  /// Words of a text that are looked into at once: enough for a listing.
  private static let mostWords = 24
  /// Parts of a longer text that are looked at, each of so many words.
  private static let mostParts = 48
  /// Words that are named at most on each side.
  private static let mostCarriers = 3
  /// What a word must carry, of what the one that carries most does.
  private static let leastShare: Float = 0.4

  /// The words of two texts that carry the likeness of their meanings: those without which it falls most.
  ///
  /// Each word is left out in turn, stop words aside (leave-one-word-out; Li, Monroe and Jurafsky, "Understanding Neural
  /// Networks through Representation Erasure", 2016). Of a long text only the part that is nearest to the other is looked into.
  ///
  /// - Returns: one to three words of each text as it writes them, in its order; none of a text without words.
  /// - Complexity: O(words · length) of both texts.
  package func carriers(of text: String, and other: String) -> (text: [String], other: [String]) {
    let text = nearestPart(of: text, to: other)
    let other = nearestPart(of: other, to: text)
    let (mine, theirs) = (Self.variants(of: text), Self.variants(of: other))
    let vectors = encode([text, other] + mine.map(\.rest) + theirs.map(\.rest))
    let full = SemanticVectors.similarity(vectors[0], vectors[1])
    func carriers(_ variants: [(word: String, rest: String)], from start: Int, with other: Int) -> [String] {
      let losses = variants.indices.map {
        full - SemanticVectors.similarity(vectors[start + $0], vectors[other])
      }
      guard let most = losses.max() else { return [] }
      let chosen = losses.indices.sorted { (losses[$1], $0) < (losses[$0], $1) }.prefix(Self.mostCarriers)
        .filter { losses[$0] == most || losses[$0] >= Self.leastShare * most }
      return chosen.sorted().map { variants[$0].word }
    }
    return (carriers(mine, from: 2, with: 1), carriers(theirs, from: 2 + mine.count, with: 0))
  }

  /// The part of a text that is most like another one; the whole text if it is short.
  private func nearestPart(of text: String, to other: String) -> String {
    let parts = Sentences.parts(of: text, limit: Self.mostWords) { Words.split($0).count }.prefix(
      Self.mostParts)
    guard parts.count > 1 else { return text }
    let near = Sentences.parts(of: other, limit: Self.mostWords) { Words.split($0).count }[0]
    let vectors = encode([near] + parts)
    let similarities = parts.indices.map { SemanticVectors.similarity(vectors[0], vectors[$0 + 1]) }
    return parts[similarities.indices.max { (similarities[$0], $1) < (similarities[$1], $0) } ?? 0]
  }

  /// Each word of a text, and the text without it.
  private static func variants(of text: String) -> [(word: String, rest: String)] {
    let bytes = Array(text.utf8)
    func string(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    return StopWords.removed(from: Words.split(text)).map { word in
      (
        string(bytes[word.source]),
        string(bytes[..<word.source.lowerBound]) + string(bytes[word.source.upperBound...])
      )
    }
  }
}
