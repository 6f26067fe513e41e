import Foundation

/// Moves relevance to what the host's own introductions came to: a line through the log odds (Platt, "Probabilistic
/// Outputs for Support Vector Machines", 1999).
public struct Recalibration: Hashable, Sendable, Codable {
  /// How much the model's log odds count; more than 0.
  public var slope: Double
  /// What is added to them.
  public var shift: Double

  /// A line.
  public init(slope: Double, shift: Double) {
    self.slope = slope
    self.shift = shift
  }

  /// Relevance as the model gives it.
  public static let none = Recalibration(slope: 1, shift: 0)

  /// What an introduction came to, with the relevance that its match had.
  public struct Outcome: Hashable, Sendable {
    /// Before any recalibration, 0…1.
    public let relevance: Double
    /// Whether it was worth making.
    public let isRight: Bool

    /// A relevance and what came of it.
    public init(relevance: Double, isRight: Bool) {
      self.relevance = relevance
      self.isRight = isRight
    }
  }

  /// How many outcomes a fit needs at least, and how many of each kind.
  public static let leastOutcomes = (all: 40, each: 10)

  /// The likeliest line for outcomes, if one expects none but the model's own.
  ///
  /// The slope is expected to be 1 ± 0.5 and the shift 0 ± 1, so that few outcomes move little; Newton's method finds the
  /// one maximum.
  ///
  /// - Returns: nil if there are too few outcomes; see ``leastOutcomes``.
  /// - Complexity: O(outcomes).
  public init?(fitting outcomes: [Outcome]) {
    let right = outcomes.count(where: \.isRight)
    guard outcomes.count >= Self.leastOutcomes.all,
      min(right, outcomes.count - right) >= Self.leastOutcomes.each
    else { return nil }
    self = Self.likeliest(outcomes)
  }

  /// How well relevance foretells outcomes; lower is better.
  public struct Quality: Hashable, Sendable {
    /// The mean of the squared differences between relevance and outcome, 0…1 (Brier, 1950).
    public let brier: Double
    /// The mean difference, by size of bin, between relevance and the share of right ones in five bins of equal
    /// width.
    public let calibrationError: Double

    init(_ relevances: [Double], _ outcomes: [Outcome]) {
      let pairs = zip(relevances, outcomes.lazy.map { $0.isRight ? 1.0 : 0.0 })
      let count = Double(max(1, outcomes.count))
      brier = pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / count
      var sums = [Double](repeating: 0, count: 5)
      for (relevance, outcome) in pairs { sums[min(4, Int(relevance * 5))] += relevance - outcome }
      calibrationError = sums.reduce(0) { $0 + abs($1) } / count
    }
  }

  /// How well this line foretells outcomes.
  public func quality(for outcomes: [Outcome]) -> Quality {
    Quality(outcomes.map { relevance($0.relevance) }, outcomes)
  }

  /// How well lines foretell outcomes that they were not fitted on: each tenth by a fit on the others.
  public static func crossValidated(on outcomes: [Outcome]) -> Quality {
    let foretold = outcomes.indices.map { index in
      likeliest(outcomes.indices.filter { $0 % 10 != index % 10 }.map { outcomes[$0] })
        .relevance(outcomes[index].relevance)
    }
    return Quality(foretold, outcomes)
  }

  /// The model's relevance, moved. What has none keeps none.
  func relevance(_ relevance: Double) -> Double {
    guard self != .none, relevance > 0, relevance < 1 else { return relevance }
    return 1 / (1 + exp(-(slope * Self.odds(relevance) + shift)))
  }

  /// The model's relevance that is moved to a given one.
  func inverse(_ relevance: Double) -> Double {
    guard self != .none, relevance > 0, relevance < 1 else { return relevance }
    return 1 / (1 + exp(-(Self.odds(relevance) - shift) / slope))
  }

  private static func likeliest(_ outcomes: [Outcome]) -> Recalibration {
    var line = Recalibration.none
    for _ in 0..<50 {
      // Gradient and curvature of the log likelihood with the expectations' share.
      var (bySlope, byShift) = ((1 - line.slope) / 0.25, -line.shift)
      var (slopes, both, shifts) = (1 / 0.25, 0.0, 1.0)
      for outcome in outcomes {
        let odds = odds(outcome.relevance)
        let chance = 1 / (1 + exp(-(line.slope * odds + line.shift)))
        let error = (outcome.isRight ? 1 : 0) - chance
        let weight = chance * (1 - chance)
        bySlope += error * odds
        byShift += error
        slopes += weight * odds * odds
        both += weight * odds
        shifts += weight
      }
      let determinant = slopes * shifts - both * both
      let step = (
        slope: (shifts * bySlope - both * byShift) / determinant,
        shift: (slopes * byShift - both * bySlope) / determinant
      )
      line.slope = max(0.05, line.slope + step.slope)
      line.shift += step.shift
      if abs(step.slope) + abs(step.shift) < 1e-9 { break }
    }
    return line
  }

  /// Log odds; those of what is nearly certain are cut off.
  private static func odds(_ relevance: Double) -> Double {
    let relevance = min(max(relevance, 0.001), 0.999)
    return log(relevance / (1 - relevance))
  }
}

extension Settings {
  /// The model's relevance, moved to what introductions came to. What is too weak to be suggested doesn't gain by it: nobody was
  /// introduced for it, so outcomes say nothing of it.
  package func recalibrated(_ relevance: Double) -> Double {
    let moved = recalibration.relevance(relevance)
    return relevance < minimumRelevance ? min(relevance, moved) : moved
  }

  /// The model's relevance that is recalibrated to a given one.
  package func uncalibrated(_ relevance: Double) -> Double {
    let unmoved = recalibration.inverse(relevance)
    return unmoved < minimumRelevance ? max(relevance, unmoved) : unmoved
  }
}
