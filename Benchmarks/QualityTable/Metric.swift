import Matchmaking
import TestSupport

/// A figure that says how well documents are ranked, or how well the ranker knows whether they are right;
/// those that score.py has are defined as there.
enum Metric: String, CaseIterable {
  case nDCG = "nDCG@10"
  case precision = "P@1"
  case averagePrecision = "MAP"
  case recall = "R@10"
  case absolute = "AbsAP"
  case calibrationError = "ECE"
  case answered
  case precisionAnswered = "P@1 answered"

  /// The metric over queries of which each counts so many times.
  ///
  /// - Parameter order: the queries' places by rising rank of their top scores; for ``absolute``.
  /// - Returns: nil where no query says anything.
  func value(of outcomes: [QueryOutcome], counts: [Int], order: [Int]) -> Double? {
    switch self {
    case .nDCG: mean(outcomes.lazy.map(\.nDCG), counts)
    case .precision: mean(outcomes.lazy.map { $0.isRight ? 1 : 0 }, counts)
    case .averagePrecision: mean(outcomes.lazy.map(\.averagePrecision), counts)
    case .recall: mean(outcomes.lazy.map(\.recall), counts)
    case .absolute: Self.absolute(outcomes, counts, order)
    case .calibrationError: Self.calibrationError(outcomes, counts)
    case .answered: mean(outcomes.lazy.map { Self.isAnswered($0).map { $0 ? 1 : 0 } }, counts)
    case .precisionAnswered:
      mean(outcomes.lazy.map { Self.isAnswered($0) == true ? ($0.isRight ? 1 : 0) : nil }, counts)
    }
  }

  private func mean(_ values: some Sequence<Double?>, _ counts: [Int]) -> Double? {
    var sum = 0.0
    var total = 0
    for (value, count) in zip(values, counts) {
      guard let value else { continue }
      sum += value * Double(count)
      total += count
    }
    return total > 0 ? sum / Double(total) : nil
  }

  /// Whether the best document is relevant enough to be said; nil where no relevance is claimed.
  private static func isAnswered(_ outcome: QueryOutcome) -> Bool? {
    outcome.claims.first.map { $0.relevance >= Settings.standard.minimumRelevance }
  }

  /// The expected calibration error over the first ten documents of all queries, in ten bins of equal width:
  /// how far on average a bin's share of right documents is from its mean relevance (Naeini and others,
  /// "Obtaining Well Calibrated Probabilities Using Bayesian Binning", 2015).
  private static func calibrationError(_ outcomes: [QueryOutcome], _ counts: [Int]) -> Double? {
    var excess = [Double](repeating: 0, count: 10)
    var total = 0
    for (outcome, count) in zip(outcomes, counts) {
      for claim in outcome.claims {
        excess[min(9, Int(claim.relevance * 10))] +=
          Double(count) * (claim.relevance - (claim.isRight ? 1 : 0))
      }
      total += count * outcome.claims.count
    }
    return total > 0 ? excess.reduce(0) { $0 + abs($1) } / Double(total) : nil
  }

  /// The average precision of all queries' first documents when ranked by raw score: whether the score knows
  /// when to be silent. Equal scores are one block, of which the expected precision counts.
  private static func absolute(_ outcomes: [QueryOutcome], _ counts: [Int], _ order: [Int]) -> Double {
    var seen = 0.0
    var hits = 0.0
    var precisions = 0.0
    var start = 0
    while start < order.count {
      var end = start
      var size = 0
      var right = 0
      while end < order.count, outcomes[order[end]].topScore == outcomes[order[start]].topScore {
        size += counts[order[end]]
        if outcomes[order[end]].isRight { right += counts[order[end]] }
        end += 1
      }
      if right > 0 {
        let step = size > 1 ? Double(right - 1) / Double(size - 1) : 0
        for place in 0..<size {
          precisions +=
            Double(right) / Double(size) * (hits + 1 + Double(place) * step) / (seen + Double(place + 1))
        }
      }
      hits += Double(right)
      seen += Double(size)
      start = end
    }
    return hits > 0 ? precisions / hits : 0
  }
}
