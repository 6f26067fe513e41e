/// How far apart two contacts are, as far as their places tell.
public enum Distance: Hashable, Sendable, Codable {
  /// As the crow flies, between coordinates that are given or towns that the gazetteer knows.
  case kilometres(Double)
  /// The same town by name; this and the regions are told only where no gazetteer is at hand.
  case sameTown
  /// The same region by name.
  case sameRegion
  /// Different regions by name.
  case differentRegions
  /// Different countries by name.
  case differentCountries
  /// One of the two places is missing, or doesn't say enough.
  case unknown
}
