/// Queries and documents made comparable: spelling repaired, terms weighted, meaning encoded.
///
/// A query may then search the documents, a document the queries, and any other text either.
///
/// A value: more queries and documents may be added, and withdrawn. What was counted when it was made stays as it was: how
/// rare a word is, how it is spelt, how long texts are.
package struct TextComparison: Sendable {
  /// The queries' vectors, and the documents', to search in.
  package private(set) var queries: TextPool
  package private(set) var documents: TextPool
  /// Nil where the vectors come from a file: then no other texts can be compared with them.
  private var lexical: LexicalModel?
  private let encoder: TextEncoder?
  private let spelling: Spelling?
  /// What was repaired in the texts that there were at first.
  package let repairs: [String: Repaired]
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
    var repairs: [String: Repaired] = [:]
    func repaired(_ texts: [String]) -> [String] {
      guard let spelling else { return texts }
      return texts.map { text in
        let repaired = spelling.repair(text, isInPool: true)
        if !repaired.repairs.isEmpty { repairs[text] = repaired }
        return repaired.text
      }
    }
    let (mine, theirs) = (repaired(queries), repaired(documents))
    self.repairs = repairs
    self.encoder = encoder
    self.spelling = spelling
    var lexical = LexicalModel(documents: Texts(theirs), similarity: similarity.lexical)
    // A document that is added later may be the first with a query's word.
    lexical.register(Texts(mine))
    self.lexical = lexical
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
    self.queries = TextPool(
      TextIndex(TextVectors(terms: terms.0, meaning: meanings?[..<queries.count]), mix: similarity.mix))
    self.documents = TextPool(
      TextIndex(TextVectors(terms: terms.1, meaning: meanings?[queries.count...]), mix: similarity.mix))
  }

  /// Texts that a file keeps; see ``kept``. Others can't be compared with them, and none added.
  package init(
    _ file: KeptFile, similarity: Similarity, encoder: TextEncoder?, repairs: [String: Repaired]
  ) throws(ModelError) {
    queries = try TextPool(file, "queries", mix: similarity.mix)
    documents = try TextPool(file, "documents", mix: similarity.mix)
    self.encoder = encoder
    self.repairs = repairs
    (lexical, spelling) = (nil, nil)
    weighsLanguages = similarity == .hybrid
  }

  /// The arrays that a file keeps, beside the repairs; both pools must be settled.
  package var kept: [KeptFile.Array] { queries.kept(as: "queries") + documents.kept(as: "documents") }

  /// A text as it is read, and what was repaired in it.
  package typealias Repaired = (text: String, repairs: [Spelling.Repair])

  /// Adds a query.
  ///
  /// - Parameter encode: encodes a text, for whoever has read it before.
  /// - Complexity: O(length + texts added since both pools were settled).
  package mutating func addQuery(_ text: String, encode: (String) -> SemanticVectors) {
    let text = repair(text, isInPool: false).text
    lexical?.register(later: Texts([text]))
    queries.add(vectors(ofRepaired: text, meaning: encode) { known.appendQuery($0, to: &$1) })
  }

  /// Adds a document; see ``addQuery(_:encode:)``.
  package mutating func addDocument(_ text: String, encode: (String) -> SemanticVectors) {
    let text = repair(text, isInPool: false).text
    lexical?.register(later: Texts([text]))
    documents.add(vectors(ofRepaired: text, meaning: encode) { known.appendDocument($0, to: &$1) })
  }

  /// Finds a query no more.
  package mutating func withdrawQuery(_ number: Int) { queries.withdraw(number) }

  /// Finds a document no more.
  package mutating func withdrawDocument(_ number: Int) { documents.withdraw(number) }

  /// How many texts came or went since both pools were settled.
  package var unsettled: Int { queries.unsettled + documents.unsettled }

  /// The same with both pools settled; it answers the same. Complexity: O(entries of all vectors).
  package func settled() -> TextComparison {
    var comparison = self
    comparison.queries = queries.settled()
    comparison.documents = documents.settled()
    return comparison
  }

  /// This comparison on the pools of an earlier one that was settled meanwhile.
  package func on(_ settled: TextComparison, of earlier: TextComparison) -> TextComparison {
    var comparison = self
    comparison.queries = queries.on(settled.queries, of: earlier.queries)
    comparison.documents = documents.on(settled.documents, of: earlier.documents)
    return comparison
  }

  private static func weightOfTerms(_ text: String, _ encoder: TextEncoder) -> Float {
    SimilarityMix.weightOfTerms(probabilityOfEnglish: encoder.language.probabilityOfEnglish(text))
  }

  /// The vectors of one more query. Complexity: O(length).
  package func query(_ text: String) -> TextVectors {
    vectors(text) { known.appendQuery($0, to: &$1) }
  }

  /// The vectors of one more document. Complexity: O(length).
  package func document(_ text: String) -> TextVectors {
    vectors(text) { known.appendDocument($0, to: &$1) }
  }

  /// A text as it is read, and what was repaired in it.
  ///
  /// - Parameter isInPool: whether the text is one of the queries or documents.
  package func repair(_ text: String, isInPool: Bool) -> Repaired {
    isInPool ? repairs[text] ?? (text, []) : spelling?.repair(text, isInPool: false) ?? (text, [])
  }

  private var known: LexicalModel {
    guard let lexical else {
      preconditionFailure("vectors that a file keeps can't be compared with other texts")
    }
    return lexical
  }

  private func vectors(_ text: String, append: (String, inout SparseVectors) -> Void) -> TextVectors {
    vectors(
      ofRepaired: repair(text, isInPool: false).text, meaning: { encoder?.encode([$0]) }, append: append)
  }

  private func vectors(
    ofRepaired text: String, meaning: (String) -> SemanticVectors?,
    append: (String, inout SparseVectors) -> Void
  ) -> TextVectors {
    var terms = SparseVectors()
    append(text, &terms)
    if weighsLanguages, let encoder { terms = terms.scaled(by: [Self.weightOfTerms(text, encoder)]) }
    return TextVectors(terms: terms, meaning: encoder == nil ? nil : meaning(text))
  }
}
