/// Cuts texts into the terms of some families, in room that is used again.
struct TermReader {
  private let families: [TermFamily]
  private var words = WordBuffer()
  /// Where the words stand that say something.
  private var kept: [Range<Int>] = []
  private var marked: [UInt32] = []

  init(_ families: [TermFamily]) {
    self.families = families
  }

  /// Appends a text's terms, family by family, repeated ones repeated. Complexity: O(length).
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, into texts: inout TextTerms) {
    words.read(text)
    words.scalars.withUnsafeBufferPointer { scalars in
      StopWords.remove(from: words, scalars, keeping: &kept)
      for family in families {
        switch family {
        case .bm25Words:
          for word in kept { texts.append(Term(.word, UnsafeBufferPointer(rebasing: scalars[word]))) }
        case .stems:
          for word in kept {
            Stem.withScalars(of: UnsafeBufferPointer(rebasing: scalars[word])) {
              texts.append(Term(.word, $0))
            }
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
      texts.endText(words: kept, of: scalars)
    }
  }
}
