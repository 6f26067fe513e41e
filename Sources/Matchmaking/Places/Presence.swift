/// How near two people have to be for one to help the other.
public enum Presence: String, Hashable, Sendable, Codable, CaseIterable {
  /// A cat to feed, a sink to mend, a ride, a ladder to lend: somebody has to come round.
  case handsOn = "hands-on help"
  /// What is best talked about over a coffee; whatever says nothing else.
  case ordinary = "an ordinary matter"
  /// A translation, accounts, software, advice: it can be done from afar.
  case fromAfar = "can be done from afar"
  /// Said outright: remote, online, à distance, partout.
  case anywhere = "from anywhere"

  /// What a need and an offer ask for together.
  ///
  /// Where one of them wants it done in person, nothing is done from afar, whatever the other says; otherwise it
  /// is enough that one of them says that the place doesn't matter. What kind of help it is, the need decides,
  /// since an offer often lists many things; the offer does where the need's words say nothing.
  package init(need: PresenceCue, offer: PresenceCue) {
    let kind = need.kind ?? offer.kind ?? .ordinary
    if need.isInPerson || offer.isInPerson {
      self = kind == .fromAfar ? .ordinary : kind
    } else {
      self = need.isAnywhere || offer.isAnywhere ? .anywhere : kind
    }
  }

  /// At how many kilometres it counts half; nil where distance doesn't count.
  func halfDistance(_ settings: Settings) -> Double? {
    switch self {
    case .handsOn: settings.halfDistance.handsOn
    case .ordinary: settings.halfDistance.ordinary
    case .fromAfar: settings.halfDistance.fromAfar
    case .anywhere: nil
    }
  }

  /// What a distance counts: 1/(1 + distance/half), never below the floor. Where no kilometres are known, names
  /// count as the settings say, save that nobody comes round from another country; an unknown distance counts
  /// fully.
  ///
  /// A power of the distance, not an exponential, and a floor: among half a million writers of journals, the
  /// chance of knowing each other fell with the distance to the power of 1.2, down to a share to whom distance
  /// made no difference (Liben-Nowell and others, "Geographic routing in social networks", 2005).
  package func factor(_ distance: Distance, _ settings: Settings) -> Double {
    guard let half = halfDistance(settings) else { return 1 }
    return switch distance {
    case .kilometres(let kilometres): max(settings.distanceFloor, half / (half + kilometres))
    case .sameRegion: settings.placeByName.sameRegion
    case .differentRegions: settings.placeByName.differentRegions
    case .differentCountries where self == .handsOn: settings.distanceFloor
    case .differentCountries: settings.placeByName.differentCountries
    case .sameTown, .unknown: 1
    }
  }
}
