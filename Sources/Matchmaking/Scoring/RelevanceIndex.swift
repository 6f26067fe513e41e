internal import Retrieval

/// The relevance of every offer of an engine for every need of it, and of either for any text.
struct RelevanceIndex: Sendable {
  /// What the model made of the listings' texts; nothing without a model.
  let encodings: Encodings

  private let lexical: LexicalModel
  private let encoder: TextEncoder?
  private let spelling: Spelling?
  private let needs: TextIndex
  private let offers: TextIndex
  private let calibration: Calibration

  /// Indexes the texts of needs and offers.
  ///
  /// - Parameter reading: how to read what texts mean; without it their letters alone are compared.
  /// - Complexity: O(length of all texts).
  init(needs: [String], offers: [String], reading: Reading?) {
    encoder = reading?.model.encoder
    let spelling = encoder.map { Spelling(encoder: $0, pool: needs + offers) }
    self.spelling = spelling
    func repaired(_ texts: [String]) -> [String] {
      spelling.map { spelling in texts.map { spelling.repair($0, isInPool: true).text } } ?? texts
    }
    let (needs, offers) = (repaired(needs), repaired(offers))
    lexical = LexicalModel(documents: offers, similarity: .lexical)
    let mix: SimilarityMix
    var meanings: (needs: SemanticVectors, offers: SemanticVectors)?
    if let reading {
      let read = Encodings.of(needs + offers, by: reading)
      meanings = (read.vectors[..<needs.count], read.vectors[needs.count...])
      (encodings, mix, calibration) = (read.encodings, .hybrid, .hybrid)
    } else {
      (encodings, mix, calibration) = (Encodings(), .terms, .lexical)
    }
    self.needs = TextIndex(TextVectors(terms: lexical.queries(needs), meaning: meanings?.needs), mix: mix)
    self.offers = TextIndex(TextVectors(terms: lexical.documents, meaning: meanings?.offers), mix: mix)
  }

  /// How relevant an offer is for a need, by their numbers.
  func relevance(need: Int, offer: Int) -> Double {
    calibration.relevance(offers.similarity(of: needs.documents, need, with: offer))
  }

  /// The offers that reach a relevance for a need that is only a text, best first.
  func offers(meeting text: String, limit: Int, minimumRelevance: Double) -> [(offer: Int, relevance: Double)] {
    var terms = SparseVectors()
    let text = repaired(text)
    lexical.appendQuery(text, to: &terms)
    return search(offers, vectors(terms, text), 0, limit, minimumRelevance).map { ($0, $1) }
  }

  /// The needs for which an offer that is only a text reaches a relevance, best first.
  func needs(metBy text: String, limit: Int, minimumRelevance: Double) -> [(need: Int, relevance: Double)] {
    var terms = SparseVectors()
    let text = repaired(text)
    lexical.appendDocument(text, to: &terms)
    return search(needs, vectors(terms, text), 0, limit, minimumRelevance).map { ($0, $1) }
  }

  /// The needs for which an offer reaches a relevance, best first.
  func needs(metBy offer: Int, limit: Int, minimumRelevance: Double) -> [(need: Int, relevance: Double)] {
    search(needs, offers.documents, offer, limit, minimumRelevance).map { ($0, $1) }
  }

  /// The offers that reach a relevance for a need, best first.
  func offers(meeting need: Int, limit: Int, minimumRelevance: Double) -> [(offer: Int, relevance: Double)] {
    search(offers, needs.documents, need, limit, minimumRelevance).map { ($0, $1) }
  }

  /// For every need the offers that reach a relevance, best first; the same on every number of threads.
  func join(limit: Int, minimumRelevance: Double, threads: Int) -> [[Int]] {
    offers.join(
      needs.documents, limit: limit, above: calibration.similarity(of: minimumRelevance), threads: threads
    ).map { $0.map { Int($0.document) } }
  }

  private func repaired(_ text: String) -> String {
    spelling?.repair(text, isInPool: false).text ?? text
  }

  private func vectors(_ terms: SparseVectors, _ text: String) -> TextVectors {
    TextVectors(terms: terms, meaning: encoder?.encode([text]))
  }

  private func search(
    _ index: TextIndex, _ queries: TextVectors, _ query: Int, _ limit: Int, _ minimumRelevance: Double
  ) -> [(Int, Double)] {
    var scratch = index.makeScratch()
    return index.search(
      queries, query, limit: limit, above: calibration.similarity(of: minimumRelevance), scratch: &scratch
    ).map { (Int($0.document), calibration.relevance($0.score)) }
  }
}
