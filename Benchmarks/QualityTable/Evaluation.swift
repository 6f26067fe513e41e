import TestSupport

/// Every metric of one ranking, with its interval.
struct Evaluation {
  /// What a metric is on the set, and between which values 95 % of the resampled sets have it.
  struct Estimate {
    let value: Double
    let low: Double
    let high: Double
  }

  /// The seed of the resampling. All similarities see the same resampled sets.
  static let seed: UInt64 = 1
  static let samples = 1000

  /// By metric, in their order; NaN where no query says anything.
  let estimates: [Estimate]

  init(of ranking: Ranking, on set: JudgedSet) {
    let outcomes = zip(ranking.rows, set.grades).map { QueryOutcome(hits: $0.hits, grades: $1) }
    let order = outcomes.indices.sorted { outcomes[$0].topScore > outcomes[$1].topScore }
    var random = SeededRandom(seed: Self.seed)
    let resampled = (0..<Self.samples).map { _ in
      var counts = [Int](repeating: 0, count: outcomes.count)
      for _ in outcomes { counts[Int.random(in: outcomes.indices, using: &random)] += 1 }
      return counts
    }
    let once = [Int](repeating: 1, count: outcomes.count)
    estimates = Metric.allCases.map { metric in
      let values = resampled.compactMap { metric.value(of: outcomes, counts: $0, order: order) }.sorted()
      guard let value = metric.value(of: outcomes, counts: once, order: order), !values.isEmpty else {
        return Estimate(value: .nan, low: .nan, high: .nan)
      }
      // Percentiles of the bootstrap distribution (Efron, "Bootstrap Methods", 1979).
      return Estimate(
        value: value, low: values[values.count / 40],
        high: values[min(values.count - 1, values.count * 39 / 40)])
    }
  }
}
