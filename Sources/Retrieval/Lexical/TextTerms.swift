/// The terms of some texts, as they stand in them: text by text, and within a text family by family.
struct TextTerms {
  private(set) var terms: [Term] = []
  private var ends: [Int] = []
  /// How many different words each text has, those left aside that say nothing.
  private(set) var distinctWords: [Int] = []
  private let families: Int
  private let countsWords: Bool
  private var words: [UInt64] = []

  /// - Parameters:
  ///   - families: how many families of terms there are.
  ///   - countsWords: whether ``distinctWords`` is wanted; else it is 0.
  init(families: Int, countsWords: Bool) {
    self.families = families
    self.countsWords = countsWords
  }

  /// How many texts there are.
  var count: Int { distinctWords.count }

  /// Where the terms of a text's family stand.
  func range(of text: Int, family: Int) -> Range<Int> {
    let number = text * families + family
    return (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  @inline(__always)
  mutating func append(_ terms: some Collection<Term>) { self.terms.append(contentsOf: terms) }

  mutating func endFamily() { ends.append(terms.count) }

  /// Ends a text with the words that say something.
  mutating func endText(words kept: UnsafeBufferPointer<WordBuffer.Place>) {
    guard countsWords else { return distinctWords.append(0) }
    words.removeAll(keepingCapacity: true)
    for word in kept { words.append(word.term.key) }
    words.sort()
    distinctWords.append(words.indices.count { $0 == 0 || words[$0 - 1] != words[$0] })
  }

  mutating func removeAll() {
    terms.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    distinctWords.removeAll(keepingCapacity: true)
  }
}
