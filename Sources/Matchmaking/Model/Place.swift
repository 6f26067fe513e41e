/// Where a contact is, as far as known; every part is optional, and what is missing never counts against.
public struct Place: Hashable, Sendable, Codable {
  /// Town or commune, as written: `Toulouse`.
  public var locality: String?
  /// Region, state or county: `Occitanie`.
  public var region: String?
  /// Country, preferably as ISO 3166-1 alpha-2: `FR`.
  public var country: String?
  /// Degrees north of the equator, -90…90; only together with a longitude.
  public var latitude: Double?
  /// Degrees east of Greenwich, -180…180; only together with a latitude.
  public var longitude: Double?

  /// A place from its parts.
  public init(
    locality: String? = nil, region: String? = nil, country: String? = nil, latitude: Double? = nil,
    longitude: Double? = nil
  ) {
    self.locality = locality
    self.region = region
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
  }
}
