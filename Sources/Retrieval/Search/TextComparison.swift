/// Queries and documents made comparable: spelling repaired, terms weighted, meaning encoded.
///
/// A query may then search the documents, a document the queries, and any other text either. Immutable.
package struct TextComparison: Sendable {
  /// The queries' vectors, and the documents', to search in.
  package let queries: TextIndex
  package let documents: TextIndex
  /// What was repaired in the queries and documents, by their numbers; empty where nothing was.
  package let repairs: (queries: [[Spelling.Repair]], documents: [[Spelling.Repair]])

  private let lexical: LexicalModel
  private let encoder: TextEncoder?
  private let spelling: Spelling?

  /// Reads the texts.
  ///
  /// - Parameters:
  ///   - encoder: reads what texts mean; needed where the similarity asks for meaning.
  ///   - encode: encodes texts in their order, for whoever has read some of them before.
  /// - Complexity: O(length of all texts).
  package init(
    queries: [String], documents: [String], similarity: Similarity, encoder: TextEncoder?,
    encode: (([String]) -> SemanticVectors)? = nil
  ) {
    precondition(encoder != nil || !similarity.needsEncoder, "\(similarity) needs an encoder")
    let encoder = similarity.needsEncoder ? encoder : nil
    let spelling = encoder.map { Spelling(encoder: $0, pool: queries + documents) }
    func repair(_ texts: [String]) -> (texts: [String], repairs: [[Spelling.Repair]]) {
      guard let spelling else { return (texts, texts.map { _ in [] }) }
      let repaired = texts.map { spelling.repair($0, isInPool: true) }
      return (repaired.map(\.text), repaired.map(\.repairs))
    }
    let (mine, theirs) = (repair(queries), repair(documents))
    repairs = (mine.repairs, theirs.repairs)
    self.encoder = encoder
    self.spelling = spelling
    lexical = LexicalModel(documents: theirs.texts, similarity: similarity.lexical)
    let meanings = encoder.map { encoder in
      encode?(mine.texts + theirs.texts) ?? encoder.encode(mine.texts + theirs.texts)
    }
    self.queries = TextIndex(
      TextVectors(terms: lexical.queries(mine.texts), meaning: meanings?[..<queries.count]),
      mix: similarity.mix)
    self.documents = TextIndex(
      TextVectors(terms: lexical.documents, meaning: meanings?[queries.count...]), mix: similarity.mix)
  }

  /// The vectors of one more query, and what was repaired in it. Complexity: O(length).
  package func query(_ text: String) -> (vectors: TextVectors, repairs: [Spelling.Repair]) {
    vectors(text) { lexical.appendQuery($0, to: &$1) }
  }

  /// The vectors of one more document, and what was repaired in it. Complexity: O(length).
  package func document(_ text: String) -> (vectors: TextVectors, repairs: [Spelling.Repair]) {
    vectors(text) { lexical.appendDocument($0, to: &$1) }
  }

  private func vectors(
    _ text: String, append: (String, inout SparseVectors) -> Void
  ) -> (vectors: TextVectors, repairs: [Spelling.Repair]) {
    let (text, repairs) = spelling?.repair(text, isInPool: false) ?? (text, [])
    var terms = SparseVectors()
    append(text, &terms)
    return (TextVectors(terms: terms, meaning: encoder?.encode([text])), repairs)
  }
}
