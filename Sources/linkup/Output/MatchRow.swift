import Matchmaking

/// One match of an answer for programs. A candidate with several matches has several rows of one rank, and a
/// ring has three.
struct MatchRow: Row {
  /// 1 for the best introduction.
  let rank: Int
  /// What the introduction is worth, or for a text what the match is worth; 0…1.
  let score: Double
  let needBy: String?
  let needByName: String?
  let need: String
  let offerBy: String?
  let offerByName: String?
  let offer: String
  let relevance: Double
  let wordsInCommon: [String]
  /// What a reader must know before he passes the words on; nil for a text that somebody asked with.
  let needVisibility: Listing.Visibility?
  let needBasis: Listing.Basis?
  let offerVisibility: Listing.Visibility?
  let offerBasis: Listing.Basis?
  /// What kind of introduction it is; nil for a text that somebody asked with.
  let kind: Kind?

  /// Who gains from an introduction.
  enum Kind: String, Encodable {
    /// One of two.
    case help
    /// Each of two.
    case swap
    /// Each of three, in a circle.
    case ring
  }

  init(rank: Int, score: Double, match: Match, kind: Kind?, network: Network) {
    self.kind = kind
    self.rank = rank
    self.score = score.rounded(toPlaces: 4)
    needBy = match.need.contact?.rawValue
    needByName = match.need.contact.map(network.name)
    need = match.need.text
    offerBy = match.offer.contact?.rawValue
    offerByName = match.offer.contact.map(network.name)
    offer = match.offer.text
    relevance = match.relevance.rounded(toPlaces: 4)
    wordsInCommon = match.wordsInCommon
    needVisibility = match.need.listing?.visibility
    needBasis = match.need.listing?.basis
    offerVisibility = match.offer.listing?.visibility
    offerBasis = match.offer.listing?.basis
  }

  static let columns = [
    "rank", "score", "needBy", "needByName", "need", "offerBy", "offerByName", "offer", "relevance",
    "wordsInCommon", "needVisibility", "needBasis", "offerVisibility", "offerBasis", "kind",
  ]

  var cells: [String] {
    [
      String(rank), score.scoreText, needBy ?? "", needByName ?? "", need, offerBy ?? "", offerByName ?? "",
      offer, relevance.scoreText, wordsInCommon.joined(separator: " "), needVisibility?.rawValue ?? "",
      needBasis?.rawValue ?? "", offerVisibility?.rawValue ?? "", offerBasis?.rawValue ?? "",
      kind?.rawValue ?? "",
    ]
  }

  private enum CodingKeys: String, CodingKey {
    case rank, score, needBy, needByName, need, offerBy, offerByName, offer, relevance, wordsInCommon
    case needVisibility, needBasis, offerVisibility, offerBasis, kind
  }

  /// Every field, null where nothing is known: other programs count on them.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rank, forKey: .rank)
    try container.encode(score, forKey: .score)
    try container.encode(needBy, forKey: .needBy)
    try container.encode(needByName, forKey: .needByName)
    try container.encode(need, forKey: .need)
    try container.encode(offerBy, forKey: .offerBy)
    try container.encode(offerByName, forKey: .offerByName)
    try container.encode(offer, forKey: .offer)
    try container.encode(relevance, forKey: .relevance)
    try container.encode(wordsInCommon, forKey: .wordsInCommon)
    try container.encode(needVisibility, forKey: .needVisibility)
    try container.encode(needBasis, forKey: .needBasis)
    try container.encode(offerVisibility, forKey: .offerVisibility)
    try container.encode(offerBasis, forKey: .offerBasis)
    try container.encode(kind, forKey: .kind)
  }
}
