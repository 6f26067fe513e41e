import Foundation

/// What one contact gains from a match: the relevance of the offer for the need, times what else counts.
public struct Gain: Hashable, Sendable, Codable {
  /// How well the offer meets the need, 0…1; 0.5 means that a sensible reader would introduce the two about
  /// every second time.
  public let relevance: Double
  /// 1 for listings of today, falling to the settings' floor with the age of the older one; 1 without dates.
  public let freshness: Double
  /// 1 if the need is urgent.
  public let urgency: Double
  /// How far apart the two contacts are.
  public let distance: Distance
  /// How near they have to be.
  public let presence: Presence
  /// 1 within one town, if a place is unknown, or if it can be done from anywhere.
  public let place: Double
  /// 1 if both listings are stated.
  public let basis: Double

  /// 1 if the offer asks for no more in return than the need says, or one of them says nothing.
  public let terms: Double
  /// 1 if the two have a language in common, or the languages of one aren't known.
  public let language: Double
  /// What became of earlier introductions for this need or offer.
  public let experience: Experience
  /// 1 if none of them was declined or came to nothing.
  public let learnt: Double

  /// The product of all factors, 0…1.
  public var value: Double { relevance * freshness * urgency * place * basis * terms * language * learnt }

  /// The gain when an offer meets a need; a listing is nil where somebody asks with a text.
  init(
    relevance: Double, need: Listing?, offer: Listing?, distance: Distance, presence: Presence,
    experience: Experience, haveLanguageInCommon: Bool, asOf day: Day, settings: Settings
  ) {
    self.relevance = relevance
    self.distance = distance
    self.presence = presence
    place = presence.factor(distance, settings)
    self.experience = experience
    learnt = experience.factor(settings)
    let asked = (offer?.terms?.price ?? 0) - (need?.terms?.price ?? Listing.Terms.paid.price)
    terms = pow(settings.termsStep, Double(max(0, asked)))
    language = haveLanguageInCommon ? 1 : settings.noCommonLanguage
    freshness = min(
      Gain.freshness(since: need?.since, asOf: day, settings: settings),
      Gain.freshness(since: offer?.since, asOf: day, settings: settings))
    urgency =
      switch need?.urgency ?? .normal {
      case .low: settings.urgency.low
      case .normal: settings.urgency.normal
      case .high: 1
      }
    basis =
      (need?.basis == .implied ? settings.impliedBasis : 1)
      * (offer?.basis == .implied ? settings.impliedBasis : 1)
  }

  private static func freshness(since: Day?, asOf day: Day, settings: Settings) -> Double {
    guard let since else { return 1 }
    let age = Double(max(0, day.number - since.number))
    return max(settings.freshnessFloor, pow(2, -age / settings.freshnessHalfLife))
  }
}

extension Listing.Terms {
  /// How much is asked in return, in steps from nothing.
  fileprivate var price: Int {
    switch self {
    case .gift: 0
    case .favour, .loan: 1
    case .exchange: 2
    case .paid: 3
    }
  }
}
