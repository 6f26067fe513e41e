/// Queries and documents made comparable: spelling repaired, terms weighted, meaning encoded.
///
/// A query may then search the documents, a document the queries, and any other text either. Immutable.
package struct TextComparison: Sendable {
  /// The queries' vectors, and the documents', to search in.
  package let queries: TextIndex
  package let documents: TextIndex
  private let lexical: LexicalModel
  private let encoder: TextEncoder?
  private let spelling: Spelling?
  /// Whether letters count by the language that they are in.
  private let weighsLanguages: Bool

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
    func repaired(_ texts: [String]) -> [String] {
      spelling.map { spelling in texts.map { spelling.repair($0, isInPool: true).text } } ?? texts
    }
    let (mine, theirs) = (repaired(queries), repaired(documents))
    self.encoder = encoder
    self.spelling = spelling
    lexical = LexicalModel(documents: Texts(theirs), similarity: similarity.lexical)
    let meanings = encoder.map { encoder in
      encode?(mine + theirs) ?? encoder.encode(mine + theirs)
    }
    let weighsLanguages = similarity == .hybrid
    self.weighsLanguages = weighsLanguages
    func weighted(_ terms: SparseVectors, of texts: [String]) -> SparseVectors {
      guard weighsLanguages, let encoder else { return terms }
      return terms.scaled(by: texts.map { Self.weightOfTerms($0, encoder) })
    }
    let terms = (weighted(lexical.queries(Texts(mine)), of: mine), weighted(lexical.documents, of: theirs))
    self.queries = TextIndex(
      TextVectors(terms: terms.0, meaning: meanings?[..<queries.count]), mix: similarity.mix)
    self.documents = TextIndex(
      TextVectors(terms: terms.1, meaning: meanings?[queries.count...]), mix: similarity.mix)
  }

  private static func weightOfTerms(_ text: String, _ encoder: TextEncoder) -> Float {
    SimilarityMix.weightOfTerms(probabilityOfEnglish: encoder.language.probabilityOfEnglish(text))
  }

  /// The vectors of one more query. Complexity: O(length).
  package func query(_ text: String) -> TextVectors {
    vectors(text) { lexical.appendQuery($0, to: &$1) }
  }

  /// The vectors of one more document. Complexity: O(length).
  package func document(_ text: String) -> TextVectors {
    vectors(text) { lexical.appendDocument($0, to: &$1) }
  }

  /// A text as it is read, and what was repaired in it.
  ///
  /// - Parameter isInPool: whether the text is one of the queries or documents.
  package func repair(_ text: String, isInPool: Bool) -> (text: String, repairs: [Spelling.Repair]) {
    spelling?.repair(text, isInPool: isInPool) ?? (text, [])
  }

  private func vectors(_ text: String, append: (String, inout SparseVectors) -> Void) -> TextVectors {
    let text = repair(text, isInPool: false).text
    var terms = SparseVectors()
    append(text, &terms)
    if weighsLanguages, let encoder { terms = terms.scaled(by: [Self.weightOfTerms(text, encoder)]) }
    return TextVectors(terms: terms, meaning: encoder?.encode([text]))
  }
}
