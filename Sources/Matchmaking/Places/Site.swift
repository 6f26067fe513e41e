import Foundation

/// A point on the earth, and what it is called.
public struct Site: Hashable, Sendable, Codable {
  /// The town's name: `Toulouse`; as the contact writes it where it gives its own coordinates.
  public let name: String
  /// The country as ISO 3166-1 alpha-2: `FR`; nil where it isn't known.
  public let country: String?
  /// Degrees north of the equator, -90…90.
  public let latitude: Double
  /// Degrees east of Greenwich, -180…180.
  public let longitude: Double

  init(name: String, country: String?, latitude: Double, longitude: Double) {
    (self.name, self.country, self.latitude, self.longitude) = (name, country, latitude, longitude)
  }

  /// The coordinates that a place gives itself; nil if it gives none.
  init?(coordinatesOf place: Place) {
    guard let latitude = place.latitude, let longitude = place.longitude else { return nil }
    self.init(
      name: place.locality ?? "\(latitude), \(longitude)", country: nil, latitude: latitude,
      longitude: longitude)
  }

  /// The same point, called as a town is.
  func named(as town: Site) -> Site {
    Site(name: town.name, country: town.country, latitude: latitude, longitude: longitude)
  }

  /// The great-circle distance, in kilometres, on a sphere as large as the earth: up to 0.6 % off.
  public func kilometres(to other: Site) -> Double {
    Site.kilometres(direction, other.direction)
  }

  /// Where the site is, seen from the middle of the earth, as a vector of length 1.
  var direction: SIMD3<Double> {
    let (latitude, longitude) = (latitude * .pi / 180, longitude * .pi / 180)
    return [cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)]
  }

  /// The distance between two directions: the haversine formula, whose square root is half the chord.
  static func kilometres(_ one: SIMD3<Double>, _ other: SIMD3<Double>) -> Double {
    let chord = one - other
    return 2 * earthRadius * asin(min(1, (chord * chord).sum().squareRoot() / 2))
  }

  /// The earth's mean radius in kilometres (IUGG).
  private static let earthRadius = 6371.0088
}
