/// Cuts texts into the terms of some families, in room that is used again.
struct TermReader {
  private let families: [TermFamily]
  private let words = WordBuffer()
  private var marked: [UInt32] = []

  init(_ families: [TermFamily]) {
    self.families = families
  }

  /// Appends a text's terms, family by family, repeated ones repeated. Complexity: O(length).
  mutating func read(_ text: UnsafeBufferPointer<UInt8>, into texts: inout TextTerms) {
    words.read(text)
    StopWords.remove(from: words)
    words.withWords { words, scalars in
      for family in families {
        switch family {
        case .bm25Words:
          texts.append(words.lazy.map { $0.term })
        case .stems:
          texts.append(
            words.lazy.map { word in
              let letters = UnsafeBufferPointer(rebasing: scalars[word.scalars])
              return Stem.withScalars(of: letters) {
                $0.count == letters.count ? word.term : Term(.word, $0)
              }
            })
        case .ngrams:
          NGrams.mark(words, of: scalars, in: &marked)
          marked.withUnsafeBufferPointer { marked in
            texts.append(
              NGrams.starts(in: marked.count).lazy.map { start in
                Term(.ngram, UnsafeBufferPointer(rebasing: marked[start..<start + NGrams.size]))
              })
          }
        }
        texts.endFamily()
      }
      texts.endText(words: words)
    }
  }
}
