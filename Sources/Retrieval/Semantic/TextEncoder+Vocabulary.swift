extension TextEncoder {
  /// What a word has that only MiniLM knows: less than the rarest whole words of the other encoder.
  private static let logProbability: Float = -13.5

  /// The whole words of letters that the encoders know, of any language, with their log probabilities; in order of their
  /// pieces, a word that both know twice.
  ///
  /// - Complexity: O(pieces of both).
  package func vocabulary() throws(ModelError) -> [(word: String, logProbability: Float)] {
    func word(_ bytes: some Collection<UInt8>) -> String? {
      let word = String(decoding: bytes, as: UTF8.self)
      return word.unicodeScalars.count > 2 && word.unicodeScalars.allSatisfy(\.properties.isAlphabetic) ? word : nil
    }
    let pieces = try useFile.strings("pieces")
    let scores = try useFile.tensor("pieces.score", of: Float.self, shape: [pieces.count])
    let space = Array("\u{2581}".utf8)
    var words: [(word: String, logProbability: Float)] = []
    for index in 0..<pieces.count where pieces[index].starts(with: space) {
      if let word = word(pieces[index].dropFirst(space.count)) { words.append((word, scores[index])) }
    }
    let english = try miniLMFile.strings("pieces")
    for index in 0..<english.count {
      if let word = word(english[index]) { words.append((word, Self.logProbability)) }
    }
    return words
  }
}

extension Spelling {
  /// Learns the words that an encoder knows and those of the texts that are compared.
  package init(encoder: TextEncoder, pool: [String]) {
    let vocabulary = (try? encoder.vocabulary()) ?? []
    self.init(vocabulary: vocabulary, pool: pool) { encoder.language.probabilityOfEnglish($0) > 0.5 }
  }
}
