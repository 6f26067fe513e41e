internal import Retrieval

/// The relevance of every offer of an engine for every need of it, and of either for any text.
struct RelevanceIndex: Sendable {
  /// What the model made of the listings' texts; nothing without a model.
  let encodings: Encodings
  private let comparison: TextComparison
  private let calibration: Calibration

  /// Indexes the texts of needs and offers.
  ///
  /// - Parameter reading: how to read what texts mean; without it their letters alone are compared.
  /// - Complexity: O(length of all texts).
  init(needs: [String], offers: [String], reading: Reading?) {
    var encodings = Encodings()
    comparison = TextComparison(
      queries: needs, documents: offers, similarity: reading == nil ? .lexical : .hybrid,
      encoder: reading?.model.encoder
    ) { texts in
      guard let reading else { return SemanticVectors() }
      let read = Encodings.of(texts, by: reading)
      encodings = read.encodings
      return read.vectors
    }
    self.encodings = encodings
    calibration = reading == nil ? .lexical : .hybrid
  }

  /// How relevant an offer is for a need, by their numbers.
  func relevance(need: Int, offer: Int) -> Double {
    calibration.relevance(comparison.documents.similarity(of: comparison.queries.documents, need, with: offer))
  }

  /// The offers that reach a relevance for a need that is only a text, best first.
  func offers(meeting text: String, limit: Int, minimumRelevance: Double) -> [(offer: Int, relevance: Double)] {
    search(comparison.documents, comparison.query(text).vectors, 0, limit, minimumRelevance).map { ($0, $1) }
  }

  /// The needs for which an offer that is only a text reaches a relevance, best first.
  func needs(metBy text: String, limit: Int, minimumRelevance: Double) -> [(need: Int, relevance: Double)] {
    search(comparison.queries, comparison.document(text).vectors, 0, limit, minimumRelevance).map { ($0, $1) }
  }

  /// The needs for which an offer reaches a relevance, best first.
  func needs(metBy offer: Int, limit: Int, minimumRelevance: Double) -> [(need: Int, relevance: Double)] {
    search(comparison.queries, comparison.documents.documents, offer, limit, minimumRelevance).map { ($0, $1) }
  }

  /// The offers that reach a relevance for a need, best first.
  func offers(meeting need: Int, limit: Int, minimumRelevance: Double) -> [(offer: Int, relevance: Double)] {
    search(comparison.documents, comparison.queries.documents, need, limit, minimumRelevance).map { ($0, $1) }
  }

  /// For every need the offers that reach a relevance, best first; the same on every number of threads.
  func join(limit: Int, minimumRelevance: Double, threads: Int) -> [[Int]] {
    comparison.documents.join(
      comparison.queries.documents, limit: limit, above: calibration.similarity(of: minimumRelevance),
      threads: threads
    ).map { $0.map { Int($0.document) } }
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
