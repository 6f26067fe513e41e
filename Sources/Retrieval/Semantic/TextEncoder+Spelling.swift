extension Spelling {
  /// Learns the words that an encoder knows and those of the texts that are compared.
  ///
  /// - Complexity: O(pieces + length of all texts).
  package init(encoder: TextEncoder, pool: [String]) {
    self.init(words: encoder.words, vocabulary: encoder.vocabulary, pool: pool) {
      encoder.language.probabilityOfEnglish($0) > 0.5
    }
  }
}
