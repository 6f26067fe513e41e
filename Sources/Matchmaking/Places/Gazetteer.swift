internal import Places

/// Says where places are: 82,000 towns with their coordinates, in France from 500 people on, elsewhere from
/// 5,000, out of GeoNames.
///
/// The file of 4 MB comes with the package and is mapped into memory; loading it takes some milliseconds.
/// Immutable: any number of tasks and engines may share one. The same text always gives the same site.
public struct Gazetteer: Sendable {
  let table: PlaceTable

  /// Loads the gazetteer in a folder, or the one that comes with the package.
  ///
  /// - Parameter folder: nil for the file beside the program, where it was installed, or where the package was
  ///   built.
  /// - Throws: a ``GazetteerError`` that names the file which is missing, damaged or of another version.
  /// - Complexity: O(size of the file).
  public init(folder: String? = nil) throws(GazetteerError) {
    guard let folder = folder ?? PlacesFolder.find() else {
      throw GazetteerError("the gazetteer is not installed")
    }
    do {
      table = try PlaceTable("\(folder)/places.lkm")
    } catch {
      throw GazetteerError(error)
    }
  }

  /// Where a place is.
  ///
  /// Coordinates that the place gives itself come first. Otherwise its locality is looked up, which may be free
  /// text: `31000 Toulouse`, `Greater Toulouse Area`, `London, UK`, `Paris 11e`, `Londres`. Of several towns of
  /// one name a country and a region that are given decide, then a French postal code, then `home`, then the
  /// number of people.
  ///
  /// - Parameters:
  ///   - place: as a contact gives it.
  ///   - home: the country where a town is looked for first, as ISO 3166-1 alpha-2: `FR`.
  /// - Returns: nil if the town isn't known, or isn't where the place says that it is.
  /// - Complexity: O(length of the locality, log towns).
  public func site(of place: Place, home: String? = nil) -> Site? {
    Site(coordinatesOf: place) ?? town(of: place, home: home).map(table.site)
  }

  /// Where a town is, by its number.
  func site(ofTown town: Int) -> Site { table.site(town) }

  /// The number of the town that a place names.
  func town(of place: Place, home: String?) -> Int? {
    guard let locality = place.locality else { return nil }
    let written = WrittenPlace(locality)
    let country = place.country.map { areas($0).filter(\.isCountry) } ?? []
    let region = place.region.map { WrittenPlace($0).parts.map { areas($0[...]) } } ?? []
    for (number, part) in written.parts.enumerated() {
      let others = written.parts.enumerated().filter { $0.offset != number }.map { areas($0.element[...]) }
      guard let (towns, rest) = named(by: part) else { continue }
      let stated = ([country, rest] + region + others).filter { !$0.isEmpty }
      return best(towns, in: stated, postalCode: written.postalCode, home: home)
    }
    return nil
  }

  /// The country that a text names, in English or French or by its code, as ISO 3166-1 alpha-2.
  public func country(named text: String) -> String? {
    table.countries[WrittenPlace.key(text)].first.map { table.codes[$0] }
  }

  /// The number of towns.
  package var count: Int { table.count }

  /// A town's name, by its number.
  package func name(of town: Int) -> String { table.name(of: town) }

  /// Whether a town is found by its name.
  package func knows(_ town: Int) -> Bool {
    table.towns[WrittenPlace.key(table.name(of: town))].contains(town)
  }

  /// A country or a region.
  private enum Area: Hashable {
    case country(String)
    case region(Int)

    var isCountry: Bool { if case .country = self { true } else { false } }
  }

  /// All that a text may mean: `Georgia` is a country and a region.
  private func areas(_ text: String) -> [Area] { areas(WrittenPlace.words(text)[...]) }

  private func areas(_ words: ArraySlice<String>) -> [Area] {
    for way in WrittenPlace.peeled(Array(words)) where way.count == words.count || !WrittenPlace.isFrame(way)
    {
      let key = way.joined(separator: " ")
      let found =
        table.countries[key].map { Area.country(table.codes[$0]) } + table.regions[key].map(Area.region)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The towns that a part may name, and the areas that follow the name within the part, as in `Toulouse France`.
  private func named(by part: [String]) -> (towns: [Int], rest: [Area])? {
    let ways = WrittenPlace.peeled(part)
    for way in ways {
      let key = way.joined(separator: " ")
      var towns = table.towns[key]
      // Who writes `Bretagne` means the region, not the village; who writes `Luxembourg` may mean the town.
      if !table.countries[key].isEmpty || !table.regions[key].isEmpty {
        towns = towns.filter { table.population(of: $0) >= Self.smallestTownCalledAsItsArea }
      }
      if !towns.isEmpty { return (towns, []) }
    }
    for way in ways {
      for split in way.indices.dropFirst().reversed() {
        let towns = table.towns[way[..<split].joined(separator: " ")]
        let rest = areas(way[split...])
        if !towns.isEmpty, !rest.isEmpty { return (towns, rest) }
      }
    }
    return nil
  }

  private static let smallestTownCalledAsItsArea = 20_000

  /// The town that lies in one of the areas of each statement; the towns come by falling population.
  private func best(_ towns: [Int], in stated: [[Area]], postalCode: String?, home: String?) -> Int? {
    let possible = towns.filter { town in
      stated.allSatisfy { $0.contains { contains($0, town) } }
    }
    let exact = stated.joined().filter(\.isCountry)
    func preference(_ town: Int) -> [Bool] {
      let country = table.country(of: town)
      return [
        exact.contains(.country(country)), isIn(postalCode, town), country == home,
        home.map { contains(.country($0), town) } ?? false,
      ]
    }
    return possible.map { (preference($0), $0) }
      .min { $0.0 == $1.0 ? $0.1 < $1.1 : $1.0.lexicographicallyPrecedes($0.0) { !$0 && $1 } }?.1
  }

  /// Whether a town lies in an area; what lies overseas is France as well.
  private func contains(_ area: Area, _ town: Int) -> Bool {
    switch area {
    case .region(let region): return table.region(of: town) == region
    case .country(let code):
      let own = table.country(of: town)
      return own == code || (code == "FR" && Self.overseas.values.contains(own))
    }
  }

  private func isIn(_ postalCode: String?, _ town: Int) -> Bool {
    guard let postalCode else { return false }
    if let country = Self.overseas[String(postalCode.prefix(3))] { return table.country(of: town) == country }
    guard table.country(of: town) == "FR", let department = Int(postalCode.prefix(2)),
      let region = table.region(ofDepartment: department)
    else { return false }
    return table.region(of: town) == region
  }

  /// The overseas parts of France that have a country code of their own, by the first digits of postal codes.
  private static let overseas = [
    "971": "GP", "972": "MQ", "973": "GF", "974": "RE", "975": "PM", "976": "YT", "977": "BL", "978": "MF",
  ]
}
