/// Texts as vectors: of their terms, and, where an encoder has read them, of their meaning.
package struct TextVectors: Sendable {
  /// One vector of terms a text.
  package var terms: SparseVectors
  /// One vector of meaning a text; nil if no encoder has read the texts.
  package var meaning: SemanticVectors?

  package init(terms: SparseVectors, meaning: SemanticVectors? = nil) {
    precondition(
      meaning.map { $0.count == terms.count } ?? true,
      "\(meaning?.count ?? 0) vectors of meaning are not those of \(terms.count) texts")
    self.terms = terms
    self.meaning = meaning
  }

  /// How many texts there are.
  package var count: Int { terms.count }

  /// The vectors of one text.
  package subscript(number: Int) -> TextVectors {
    TextVectors(terms: terms[number], meaning: meaning.map { $0[number..<number + 1] })
  }

  /// Appends vectors of the same kinds.
  mutating func append(_ others: TextVectors) {
    precondition((meaning == nil) == (others.meaning == nil), "either both have vectors of meaning or none")
    terms.append(others.terms)
    if let others = others.meaning { meaning?.append(contentsOf: others) }
  }

  /// The vectors, with nothing in place of those of some numbers.
  func without(_ numbers: Set<Int>) -> TextVectors {
    guard !numbers.isEmpty else { return self }
    return TextVectors(terms: terms.without(numbers), meaning: meaning?.without(numbers))
  }
}
