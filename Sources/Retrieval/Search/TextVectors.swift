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
}
