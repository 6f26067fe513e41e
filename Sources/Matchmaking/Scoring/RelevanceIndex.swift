internal import Retrieval

/// The relevance of every offer of an engine for every need of it, and of either for any text.
struct RelevanceIndex: Sendable {
  private let model: LexicalModel
  private let needs: SparseVectors
  private let offerPostings: InvertedIndex
  private let needPostings: InvertedIndex
  private let calibration: Calibration

  /// Indexes the texts of needs and offers.
  ///
  /// - Complexity: O(length of all texts).
  init(needs: [String], offers: [String], calibration: Calibration) {
    model = LexicalModel(documents: offers, similarity: .lexical)
    self.needs = model.queries(needs)
    offerPostings = InvertedIndex(model.documents)
    needPostings = InvertedIndex(self.needs)
    self.calibration = calibration
  }

  /// How relevant an offer is for a need, by their numbers.
  func relevance(need: Int, offer: Int) -> Double {
    calibration.relevance(needs.dot(need, with: offer, of: model.documents))
  }

  /// The offers that reach a relevance for a need that is only a text, best first.
  func offers(meeting text: String, limit: Int, minimumRelevance: Double) -> [(offer: Int, relevance: Double)]
  {
    var query = SparseVectors()
    model.appendQuery(text, to: &query)
    return search(offerPostings, query, 0, limit, minimumRelevance).map { ($0, $1) }
  }

  /// The needs for which an offer that is only a text reaches a relevance, best first.
  func needs(metBy text: String, limit: Int, minimumRelevance: Double) -> [(need: Int, relevance: Double)] {
    var query = SparseVectors()
    model.appendDocument(text, to: &query)
    return search(needPostings, query, 0, limit, minimumRelevance).map { ($0, $1) }
  }

  /// The needs for which an offer reaches a relevance, best first.
  func needs(metBy offer: Int, limit: Int, minimumRelevance: Double) -> [(need: Int, relevance: Double)] {
    search(needPostings, model.documents, offer, limit, minimumRelevance).map { ($0, $1) }
  }

  /// The offers that reach a relevance for a need, best first.
  func offers(meeting need: Int, limit: Int, minimumRelevance: Double) -> [(offer: Int, relevance: Double)] {
    search(offerPostings, needs, need, limit, minimumRelevance).map { ($0, $1) }
  }

  /// For every need the offers that reach a relevance, best first; the same on every number of threads.
  func join(limit: Int, minimumRelevance: Double, threads: Int) -> [[Int]] {
    Join.run(
      needs, with: offerPostings, limit: limit, above: calibration.similarity(of: minimumRelevance),
      threads: threads
    ).map { $0.map { Int($0.document) } }
  }

  private func search(
    _ postings: InvertedIndex, _ queries: SparseVectors, _ query: Int, _ limit: Int,
    _ minimumRelevance: Double
  ) -> [(Int, Double)] {
    var sums = postings.makeSums()
    return postings.search(
      queries, query, limit: limit, above: calibration.similarity(of: minimumRelevance), sums: &sums
    ).map { (Int($0.document), calibration.relevance($0.score)) }
  }
}
