/// Where one contact is, for measuring: a point, and the town that it lies in.
struct Spot: Sendable {
  private let direction: SIMD3<Double>
  private let town: Int?
  private let isExact: Bool

  /// The spot at a site.
  ///
  /// - Parameters:
  ///   - town: the number of the town in the gazetteer, if known.
  ///   - isExact: whether the contact gives its own coordinates; otherwise the site is the town's.
  init(at site: Site, town: Int?, isExact: Bool) {
    direction = site.direction
    self.town = town
    self.isExact = isExact
  }

  /// The distance in kilometres; none within a town, unless both give their own coordinates.
  func kilometres(to other: Spot) -> Double {
    if let town, town == other.town, !(isExact && other.isExact) { return 0 }
    return Site.kilometres(direction, other.direction)
  }
}
