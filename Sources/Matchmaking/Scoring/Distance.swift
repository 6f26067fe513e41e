/// How far apart two places are, as far as both tell.
public enum Distance: String, Hashable, Sendable, Codable, CaseIterable {
  /// One of the two places doesn't say enough.
  case unknown
  /// The same town.
  case town = "same town"
  /// The same region or county.
  case region = "same region"
  /// The same country.
  case country = "same country"
  /// Different countries.
  case abroad = "different countries"

  /// Compares country, then town, then region, each where both places name it.
  init(_ one: Place?, _ other: Place?) {
    func same(_ part: KeyPath<Place, String?>) -> Bool? {
      guard let left = one?[keyPath: part], let right = other?[keyPath: part] else { return nil }
      return left.folded == right.folded
    }
    self =
      switch (same(\.country), same(\.region), same(\.locality)) {
      case (false, _, _): .abroad
      case (_, false, _): .country
      case (_, _, true): .town
      case (_, true, _): .region
      default: .unknown
      }
  }

  /// What the distance counts in a gain.
  func factor(_ settings: Settings) -> Double {
    switch self {
    case .unknown, .town: 1
    case .region: settings.place.region
    case .country: settings.place.country
    case .abroad: settings.place.abroad
    }
  }
}
