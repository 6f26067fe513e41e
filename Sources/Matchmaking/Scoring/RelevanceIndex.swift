internal import Retrieval

/// The relevance of every offer of an engine for every need of it, and of either for any text.
struct RelevanceIndex: Sendable {
  /// What the model made of the listings' texts; nothing without a model.
  let encodings: Encodings
  private let comparison: TextComparison
  private let encoder: TextEncoder?
  private let calibration: Calibration
  private let settings: Settings
  private let best: BestSimilarities
  private let employers: [Contact.ID: String]

  /// Indexes the texts of needs and offers.
  ///
  /// An implied listing often ends with an employer, as in "Accountant, Shine Logistics". Its letters are
  /// compared; what the text means is read without it, since a firm's name says little of what somebody does.
  ///
  /// - Parameter reading: how to read what texts mean; without it their letters alone are compared.
  /// - Complexity: O(length of all texts).
  init(
    needs: [Listing], offers: [Listing], of contacts: [Contact], reading: Reading?,
    settings: Settings
  ) {
    self.settings = settings
    let employers = Dictionary(
      uniqueKeysWithValues: contacts.compactMap { contact in contact.organisation.map { (contact.id, $0) } })
    self.employers = employers
    var encodings = Encodings()
    comparison = TextComparison(
      queries: needs.map(\.text), documents: offers.map(\.text),
      similarity: reading == nil ? .lexical : .hybrid,
      encoder: reading?.model.encoder
    ) { texts in
      guard let reading else { return SemanticVectors() }
      let listings = needs + offers
      let read = Encodings.of(
        texts.indices.map { Self.withoutEmployer(listings[$0], employers) ?? texts[$0] }, by: reading)
      encodings = read.encodings
      return read.vectors
    }
    self.encodings = encodings
    pool = Set(offers.map(\.contact)).count
    encoder = reading?.model.encoder
    calibration = reading == nil ? .lexical : .hybrid
    best = BestSimilarities(count: needs.count)
  }

  /// How relevant an offer is for a need, by their numbers.
  func relevance(need: Int, offer: Int) -> Double {
    relevance(
      comparison.documents.similarity(of: comparison.queries.documents, need, with: offer),
      best: bestSimilarity(of: need))
  }

  /// The same where it reaches a minimum, else nil, for scoring many pairs.
  ///
  /// An offer too unlike the need, were it even its best one, is out without a search for the best one; needs
  /// without a good offer would each take one.
  func relevance(need: Int, offer: Int, atLeast minimum: Double) -> Double? {
    let similarity = comparison.documents.similarity(of: comparison.queries.documents, need, with: offer)
    guard similarity > calibration.similarity(of: minimum, pool: pool) else { return nil }
    let relevance = relevance(similarity, best: bestSimilarity(of: need))
    return relevance >= minimum ? relevance : nil
  }

  /// The offers that reach a relevance for a need that is only a text, best first.
  func offers(meeting text: String, limit: Int, minimumRelevance: Double) -> [(offer: Int, relevance: Double)]
  {
    let hits = search(comparison.documents, comparison.query(text), 0, limit, minimumRelevance)
    return hits.map { (Int($0.document), relevance($0.score, best: hits[0].score)) }
      .filter { $0.1 >= minimumRelevance }
  }

  /// The needs for which an offer that is only a text reaches a relevance, best first.
  func needs(metBy text: String, limit: Int, minimumRelevance: Double) -> [(need: Int, relevance: Double)] {
    needs(metBy: comparison.document(text), 0, limit, minimumRelevance)
  }

  /// The needs for which an offer reaches a relevance, best first.
  func needs(metBy offer: Int, limit: Int, minimumRelevance: Double) -> [(need: Int, relevance: Double)] {
    needs(metBy: comparison.documents.documents, offer, limit, minimumRelevance)
  }

  /// The offers that reach a relevance for a need, best first.
  func offers(meeting need: Int, limit: Int, minimumRelevance: Double) -> [(offer: Int, relevance: Double)] {
    search(comparison.documents, comparison.queries.documents, need, limit, minimumRelevance)
      .map { (Int($0.document), relevance($0.score, best: bestSimilarity(of: need))) }
      .filter { $0.1 >= minimumRelevance }
  }

  /// For every need the offers that reach a relevance, best first; the same on every number of threads.
  func join(limit: Int, minimumRelevance: Double, threads: Int) -> [[Int]] {
    let found = comparison.documents.join(
      comparison.queries.documents, limit: limit,
      above: similarity(of: minimumRelevance), threads: threads)
    return found.enumerated().map { need, hits in
      guard let first = hits.first else { return [] }
      best.set(need, to: first.score)
      return hits.filter { relevance($0.score, best: first.score) >= minimumRelevance }.map {
        Int($0.document)
      }
    }
  }

  /// What in the words of a need and an offer makes them relevant.
  func evidence(need: Match.Side, offer: Match.Side) -> Evidence {
    let (mine, theirs) = (repaired(need), repaired(offer))
    func meant(_ side: Match.Side, _ repaired: String) -> String {
      side.listing.flatMap { Self.withoutEmployer($0, employers) } ?? repaired
    }
    let carriers = encoder?.carriers(of: meant(need, mine.text), and: meant(offer, theirs.text))
    return Evidence(
      wordsInCommon: WordsInCommon.between(mine.text, theirs.text), needWords: carriers?.text ?? [],
      offerWords: carriers?.other ?? [],
      repairs: (mine.repairs + theirs.repairs).map { Evidence.Repair(written: $0.written, read: $0.read) })
  }

  private func repaired(_ side: Match.Side) -> (text: String, repairs: [Spelling.Repair]) {
    comparison.repair(side.text, isInPool: side.listing != nil)
  }

  /// What an implied listing says before the employer that it ends with, as it stands; nil if it ends otherwise.
  private static func withoutEmployer(_ listing: Listing, _ employers: [Contact.ID: String]) -> String? {
    guard listing.basis == .implied, let employer = employers[listing.contact],
      listing.text.hasSuffix(", " + employer)
    else { return nil }
    return String(listing.text.dropLast(employer.count + 2))
  }

  /// How many contacts offer something: one who offers more is no worse for it.
  private let pool: Int

  private func relevance(_ similarity: Float, best: Float) -> Double {
    settings.recalibrated(calibration.relevance(similarity, best: best, pool: pool))
  }

  /// A similarity that every document of at least the given relevance exceeds.
  private func similarity(of relevance: Double) -> Float {
    calibration.similarity(of: settings.uncalibrated(relevance), pool: pool)
  }

  private func bestSimilarity(of need: Int) -> Float {
    best.value(need) {
      var scratch = comparison.documents.makeScratch()
      return comparison.documents.search(
        comparison.queries.documents, need, limit: 1, above: 0, scratch: &scratch
      ).first?.score ?? 0
    }
  }

  private func needs(
    metBy offers: TextVectors, _ offer: Int, _ limit: Int, _ minimumRelevance: Double
  ) -> [(need: Int, relevance: Double)] {
    search(comparison.queries, offers, offer, limit, minimumRelevance)
      .map {
        (need: Int($0.document), relevance: relevance($0.score, best: bestSimilarity(of: Int($0.document))))
      }
      .filter { $0.relevance >= minimumRelevance }
      .sorted { ($1.relevance, $0.need) < ($0.relevance, $1.need) }
  }

  private func search(
    _ index: TextIndex, _ queries: TextVectors, _ query: Int, _ limit: Int, _ minimumRelevance: Double
  ) -> [Hit] {
    var scratch = index.makeScratch()
    return index.search(
      queries, query, limit: limit, above: similarity(of: minimumRelevance),
      scratch: &scratch)
  }
}
