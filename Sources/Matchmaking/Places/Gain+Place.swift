extension Gain {
  /// Why the place counts what it counts: `12 km apart (Toulouse – Blagnac); hands-on help, half at 15 km`.
  ///
  /// - Parameter sites: where the one with the need and the one with the offer are.
  func reasonOfPlace(sites: [Site?], settings: Settings) -> String {
    guard presence != .anywhere else { return "it can be done from anywhere" }
    let kilometres: Double
    switch distance {
    case .kilometres(let known): kilometres = known
    case .sameTown: return "the same town by name"
    case .sameRegion: return "the same region by name"
    case .differentRegions: return "different regions by name"
    case .differentCountries: return "different countries by name"
    case .unknown: return "the distance isn't known"
    }
    let names = sites.compactMap { $0?.name }
    let isOneTown = Set(names).count == 1
    let towns = isOneTown ? "both in \(names[0])" : names.joined(separator: " – ")
    let apart = isOneTown && kilometres < 1 ? towns : "\(Self.rounded(kilometres)) km apart (\(towns))"
    guard let half = presence.halfDistance(settings) else { return apart }
    let floor = place == settings.distanceFloor ? ", never below \(settings.distanceFloor)" : ""
    return "\(apart); \(presence.rawValue), half at \(Self.rounded(half)) km\(floor)"
  }

  /// Whole kilometres; below ten with one decimal.
  private static func rounded(_ kilometres: Double) -> String {
    let whole = kilometres.rounded()
    guard kilometres < 10, kilometres != whole else { return "\(Int(whole))" }
    return "\((kilometres * 10).rounded() / 10)"
  }
}
