/// What a contact's country, region and town are called, as numbers: equal names have equal ones.
struct PlaceNames: Sendable {
  /// The country's code, and its name where the code isn't known.
  let code, country: Int32?
  let region, town: Int32?

  /// Reads a place. With a gazetteer the country alone is told by name: a region may be called `Tarn` or
  /// `Occitanie`, and a town is known by its coordinates.
  ///
  /// - Parameter number: the number of a name.
  init(of place: Place?, site: Site?, gazetteer: Gazetteer?, number: (String) -> Int32) {
    let named = place?.country.map(WrittenPlace.key)
    let code =
      named.flatMap { gazetteer?.country(named: $0) ?? ($0.utf8.count == 2 ? $0 : nil) } ?? site?.country
    self.code = (code?.lowercased()).map(number)
    func name(_ text: String?) -> Int32? {
      guard gazetteer == nil, let key = text.map(WrittenPlace.key), !key.isEmpty else { return nil }
      return number(key)
    }
    country = code == nil ? name(named) : nil
    region = name(place?.region)
    town = name(place?.locality)
  }

  /// Compares country, then region, then town, each where both are given; `FR` is not compared with `France`.
  func distance(to other: PlaceNames) -> Distance {
    func same(_ one: Int32?, _ other: Int32?) -> Bool? {
      guard let one, let other else { return nil }
      return one == other
    }
    let sameCountry = same(code, other.code) ?? same(country, other.country)
    return switch (sameCountry, same(region, other.region), same(town, other.town)) {
    case (false, _, _): .differentCountries
    case (_, false, _): .differentRegions
    case (_, _, true): .sameTown
    case (_, true, _): .sameRegion
    default: .unknown
    }
  }
}
