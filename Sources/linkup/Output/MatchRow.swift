import Matchmaking

/// One match of an answer for programs. A candidate with several matches has several rows of one rank.
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

  init(rank: Int, score: Double, match: Match, network: Network) {
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
  }

  static let columns = [
    "rank", "score", "needBy", "needByName", "need", "offerBy", "offerByName", "offer", "relevance",
    "wordsInCommon",
  ]

  var cells: [String] {
    [
      String(rank), score.scoreText, needBy ?? "", needByName ?? "", need, offerBy ?? "", offerByName ?? "",
      offer,
      relevance.scoreText, wordsInCommon.joined(separator: " "),
    ]
  }
}

extension Double {
  /// Rounded half away from zero to so many decimal places.
  func rounded(toPlaces places: Int) -> Double {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return (self * scale).rounded() / scale
  }
}
