/// Cuts texts into the terms of some families, in room that is used again.
struct TermReader {
  private let families: [TermFamily]
  private var words = WordBuffer()
  /// Where the words stand that say something, and each as a term.
  private var kept: [Range<Int>] = []
  private var terms: [Term] = []
  private var marked: [UInt32] = []

  init(_ families: [TermFamily]) {
    self.families = families
  }

  /// Appends a text's terms, family by family, repeated ones repeated. Complexity: O(length).
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, into texts: inout TextTerms) {
    words.read(text)
    words.scalars.withUnsafeBufferPointer { scalars in
      StopWords.remove(from: words, scalars, keeping: &kept, &terms)
      for family in families {
        switch family {
        case .bm25Words:
          texts.append(terms)
        case .stems:
          for (word, term) in zip(kept, terms) {
            let word = UnsafeBufferPointer(rebasing: scalars[word])
            texts.append(
              Stem.withScalars(of: word) { $0.count == word.count ? term : Term(.word, $0) })
          }
        case .ngrams:
          NGrams.mark(kept, of: scalars, in: &marked)
          marked.withUnsafeBufferPointer { marked in
            for start in NGrams.starts(in: marked.count) {
              texts.append(Term(.ngram, UnsafeBufferPointer(rebasing: marked[start..<start + NGrams.size])))
            }
          }
        }
        texts.endFamily()
      }
      texts.endText(words: terms)
    }
  }
}
