internal import Retrieval

/// The relevance of every offer of an engine for every need of it, and of either for any text.
///
/// A value: needs and offers may be added and withdrawn; what is shared isn't built anew.
struct RelevanceIndex: Sendable {
  private(set) var comparison: TextComparison
  let encoder: TextEncoder?
  private let calibration: Calibration
  private let settings: Settings
  private let reading: Reading?
  private(set) var employers: [Contact.ID: String]
  /// How many contacts offer something: one who offers more is no worse for it.
  private var pool: Int

  /// What the model made of the texts that there were at first, and of later ones.
  private let firstEncodings: Encodings
  private var laterEncodings = Encodings()
  /// The listings that came later: their words don't count as known.
  private(set) var later: Set<Listing.ID> = []
  private var withdrawnOffers: Set<Int> = []
  private var best: BestSimilarities
  /// What was known before the latest changes.
  private var earlierBest: BestSimilarities?
  private var settling: Settling?
  /// Where the engine's needs and offers stand among those of the texts; nil where they are the same.
  private var numbering: PartNumbering?

  /// Indexes the texts of needs and offers.
  ///
  /// An implied listing often ends with an employer, as in "Accountant, Shine Logistics". Its letters are
  /// compared; what the text means is read without it, since a firm's name says little of what somebody does.
  ///
  /// - Parameter reading: how to read what texts mean; without it their letters alone are compared.
  /// - Complexity: O(length of all texts).
  init(
    needs: ListingTable, offers: ListingTable, of contacts: [Contact], reading: Reading?,
    settings: Settings
  ) {
    self.settings = settings
    self.reading = reading
    let employers = Dictionary(
      uniqueKeysWithValues: contacts.compactMap { contact in contact.organisation.map { (contact.id, $0) } })
    self.employers = employers
    var encodings = Encodings()
    comparison = TextComparison(
      queries: (0..<needs.count).map { needs[$0].text },
      documents: (0..<offers.count).map { offers[$0].text },
      similarity: reading == nil ? .lexical : .hybrid,
      encoder: reading?.model.encoder
    ) { texts in
      guard let reading else { return SemanticVectors() }
      let read = Encodings.of(
        texts.indices.map { number in
          let listing = number < needs.count ? needs[number] : offers[number - needs.count]
          return Self.withoutEmployer(listing, employers) ?? texts[number]
        }, by: reading)
      encodings = read.encodings
      return read.vectors
    }
    firstEncodings = encodings
    pool = offers.contactCount
    encoder = reading?.model.encoder
    calibration = reading == nil ? .lexical : .hybrid
    best = BestSimilarities(offers: offers.count)
  }

  /// An index that a file keeps, by the numbers of the whole network's needs and offers.
  init(
    kept comparison: TextComparison, offering pool: Int, employers: [Contact.ID: String],
    encoder: TextEncoder?, settings: Settings
  ) {
    self.comparison = comparison
    self.encoder = encoder
    self.settings = settings
    self.pool = pool
    self.employers = employers
    calibration = encoder == nil ? .lexical : .hybrid
    (reading, firstEncodings) = (nil, Encodings())
    best = BestSimilarities(offers: comparison.documents.count)
  }

  /// The same by the numbers of a part's needs and offers.
  func numbered(by numbering: PartNumbering, employers: [Contact.ID: String]) -> RelevanceIndex {
    var index = self
    index.numbering = numbering
    index.employers = employers
    return index
  }

  /// The arrays that a file keeps; nothing must be unsettled.
  var kept: [KeptFile.Array] { comparison.kept }
  /// What was repaired in the texts.
  var repairs: [String: TextComparison.Repaired] { comparison.repairs }

  /// What the model made of the listings' texts; nothing without a model.
  var encodings: Encodings { firstEncodings.with(laterEncodings) }

  /// A listing that comes or goes.
  enum Step {
    /// A listing comes; its number is the next one of its kind.
    case add(Listing)
    /// The listing of a number goes.
    case withdraw(Listing.Kind, Int)
  }

  /// Takes listings in and out, in order.
  ///
  /// - Parameter offers: the offers as they are then.
  /// - Complexity: O(length of the new texts + listings that came or went since the indices were last settled).
  mutating func change(_ steps: [Step], offers: ListingTable) {
    if let settling, let settled = settling.result(waiting: comparison.unsettled > 8 * Self.mostUnsettled) {
      comparison = comparison.on(settled, of: settling.earlier)
      self.settling = nil
    }
    for step in steps {
      switch step {
      case .add(let listing): add(listing)
      case .withdraw(.need, let number): comparison.withdrawQuery(number)
      case .withdraw(.offer, let number):
        comparison.withdrawDocument(number)
        withdrawnOffers.insert(number)
      }
    }
    pool = offers.contactCount
    // What was found for all needs at the beginning is worth more than what the last few calls asked for.
    if earlierBest.map({ offers.count - $0.offers > Self.mostUnsettled }) ?? true { earlierBest = best }
    best = BestSimilarities(offers: offers.count)
    if comparison.unsettled > Self.mostUnsettled, settling == nil { settling = Settling(comparison) }
  }

  private mutating func add(_ listing: Listing) {
    later.insert(listing.id)
    let meant = Self.withoutEmployer(listing, employers)
    var read = Encodings()
    let known = [firstEncodings, laterEncodings]
    let encode = { [reading] text in Self.vector(of: meant ?? text, by: reading, known, &read) }
    switch listing.kind {
    case .need: comparison.addQuery(listing.text, encode: encode)
    case .offer: comparison.addDocument(listing.text, encode: encode)
    }
    if !read.vectors.isEmpty { laterEncodings = laterEncodings.with(read) }
  }

  /// So many listings that came or went cost a search about as much as it takes otherwise.
  private static let mostUnsettled = 1024

  /// The same with nothing unsettled: it answers the same. Complexity: O(entries of all vectors).
  func settled() -> RelevanceIndex {
    guard comparison.unsettled > 0 else { return self }
    var index = self
    index.comparison = comparison.settled()
    index.settling = nil
    return index
  }

  private static func vector(
    of text: String, by reading: Reading?, _ known: [Encodings], _ read: inout Encodings
  ) -> SemanticVectors {
    guard var reading else { return SemanticVectors() }
    let key = Encodings.key(of: text)
    for encodings in known {
      if let vector = encodings.vectors[key] { return SemanticVectors(bytes: vector) }
    }
    reading.progress = nil
    let (vectors, encodings) = Encodings.of([text], by: reading)
    read = encodings
    return vectors
  }

  /// How relevant an offer is for a need, by their numbers.
  func relevance(need: Int, offer: Int) -> Double {
    let (need, offer) = whole(need, offer)
    return relevance(similarity(need, offer), best: bestSimilarity(of: need))
  }

  /// The same where it reaches a minimum, else nil, for scoring many pairs.
  ///
  /// An offer too unlike the need, were it even its best one, is out without a search for the best one; needs
  /// without a good offer would each take one.
  func relevance(need: Int, offer: Int, atLeast minimum: Double) -> Double? {
    let (need, offer) = whole(need, offer)
    let similarity = similarity(need, offer)
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
    let (vectors, place) = comparison.documents.vectors(of: numbering?.offers.whole[offer] ?? offer)
    return needs(metBy: vectors, place, limit, minimumRelevance).compactMap { need, relevance in
      numbering.map { $0.needs.part[need].map { ($0, relevance) } } ?? (need, relevance)
    }
  }

  /// The offers that reach a relevance for a need, best first.
  func offers(meeting need: Int, limit: Int, minimumRelevance: Double) -> [(offer: Int, relevance: Double)] {
    let need = numbering?.needs.whole[need] ?? need
    let (vectors, place) = comparison.queries.vectors(of: need)
    let hits = search(comparison.documents, vectors, place, limit, minimumRelevance)
    if let first = hits.first { best.set(need, to: first) }
    return hits.map { (Int($0.document), relevance($0.score, best: hits[0].score)) }
      .filter { $0.1 >= minimumRelevance }.compactMap { offer, relevance in
        numbering.map { $0.offers.part[offer].map { ($0, relevance) } } ?? (offer, relevance)
      }
  }

  /// For every need the offers that reach a relevance, best first; the same on every number of threads. Nothing must be
  /// unsettled.
  func join(limit: Int, minimumRelevance: Double, threads: Int) -> [[Int]] {
    let found = comparison.documents.join(
      comparison.queries, limit: limit,
      above: similarity(of: minimumRelevance), threads: threads)
    return found.enumerated().map { need, hits in
      guard let first = hits.first else { return [] }
      best.set(need, to: first)
      return hits.filter { relevance($0.score, best: first.score) >= minimumRelevance }.map {
        Int($0.document)
      }
    }
  }

  /// What an implied listing says before the employer that it ends with, as it stands; nil if it ends otherwise.
  static func withoutEmployer(_ listing: Listing, _ employers: [Contact.ID: String]) -> String? {
    guard listing.basis == .implied, let employer = employers[listing.contact],
      listing.text.hasSuffix(", " + employer)
    else { return nil }
    return String(listing.text.dropLast(employer.count + 2))
  }

  /// The numbers that the texts of a need and an offer have.
  private func whole(_ need: Int, _ offer: Int) -> (need: Int, offer: Int) {
    numbering.map { ($0.needs.whole[need], $0.offers.whole[offer]) } ?? (need, offer)
  }

  private func similarity(_ need: Int, _ offer: Int) -> Float {
    let (vectors, place) = comparison.queries.vectors(of: need)
    return comparison.documents.similarity(of: vectors, place, with: offer)
  }

  private func relevance(_ similarity: Float, best: Float) -> Double {
    settings.recalibrated(calibration.relevance(similarity, best: best, pool: pool))
  }

  /// A similarity that every document of at least the given relevance exceeds.
  private func similarity(of relevance: Double) -> Float {
    calibration.similarity(of: settings.uncalibrated(relevance), pool: pool)
  }

  private func bestSimilarity(of need: Int) -> Float {
    // Nobody asks how far behind the best an offer is.
    if calibration.gap == 0 { return 0 }
    return best.hit(need) {
      let (vectors, place) = comparison.queries.vectors(of: need)
      if let earlierBest, var hit = earlierBest.known(need), !withdrawnOffers.contains(Int(hit.document)) {
        for offer in earlierBest.offers..<comparison.documents.count where !withdrawnOffers.contains(offer) {
          let score = comparison.documents.similarity(of: vectors, place, with: offer)
          if score > hit.score { hit = Hit(document: UInt32(offer), score: score) }
        }
        return hit
      }
      var scratch = comparison.documents.makeScratch()
      return comparison.documents.search(vectors, place, limit: 1, above: 0, scratch: &scratch).first
        ?? Hit(document: .max, score: 0)
    }.score
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
    _ index: TextPool, _ queries: TextVectors, _ query: Int, _ limit: Int, _ minimumRelevance: Double
  ) -> [Hit] {
    var scratch = index.makeScratch()
    return index.search(
      queries, query, limit: limit, above: similarity(of: minimumRelevance), scratch: &scratch)
  }
}
