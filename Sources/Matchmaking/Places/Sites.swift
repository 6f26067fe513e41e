/// Where the contacts of a network are, as far as known, and how far apart.
struct Sites: Sendable {
  private let sites: [Site?]
  private let spots: [Spot?]
  private let names: [PlaceNames]
  /// The country where towns are looked for first.
  let home: String?

  /// Looks the places up, equal ones once; without a gazetteer only those that give their coordinates are
  /// known, and of the others the names are compared.
  ///
  /// A town whose name is that of others is looked for in the host's country first, or else in the one where most
  /// places lie.
  ///
  /// - Parameter home: that country, where this is a part of a network for which it is known.
  init(of network: Network, host: Int?, gazetteer: Gazetteer?, home known: String?? = nil) {
    let places = network.contacts.map(\.place)
    func found(home: String?) -> [(site: Site, spot: Spot)?] {
      var known: [Place: (Site, Spot)?] = [:]
      return places.map { place in
        guard let place else { return nil }
        if let found = known[place] { return found }
        let found = Self.find(place, home: home, gazetteer)
        known[place] = .some(found)
        return found
      }
    }
    let first = found(home: nil)
    let home = known ?? gazetteer.flatMap { Self.home(places, first.map(\.?.site), host: host, $0) }
    self.home = home
    let last = home == nil ? first : found(home: home)
    sites = last.map(\.?.site)
    spots = last.map(\.?.spot)
    var numbers: [String: Int32] = [:]
    func number(_ name: String) -> Int32 {
      let number = numbers[name] ?? Int32(numbers.count)
      numbers[name] = number
      return number
    }
    names = zip(places, sites).map {
      PlaceNames(of: $0, site: $1, gazetteer: gazetteer, number: number)
    }
  }

  /// Where a contact is, as far as known.
  func site(of contact: Int) -> Site? { sites[contact] }

  /// How far apart two contacts are.
  func distance(_ one: Int, _ other: Int) -> Distance {
    guard let here = spots[one], let there = spots[other] else {
      return names[one].distance(to: names[other])
    }
    return .kilometres(here.kilometres(to: there))
  }

  /// Coordinates that a place gives come first; nil if it gives none and names no town that is known.
  private static func find(_ place: Place, home: String?, _ gazetteer: Gazetteer?) -> (Site, Spot)? {
    let exact = Site(coordinatesOf: place)
    guard let gazetteer, let town = gazetteer.town(of: place, home: home) else {
      return exact.map { ($0, Spot(at: $0, town: nil, isExact: true)) }
    }
    let middle = gazetteer.site(ofTown: town)
    guard let exact else { return (middle, Spot(at: middle, town: town, isExact: false)) }
    guard middle.kilometres(to: exact) <= townRadius else {
      return (exact, Spot(at: exact, town: nil, isExact: true))
    }
    return (exact.named(as: middle), Spot(at: exact, town: town, isExact: true))
  }

  /// Coordinates that are further from the town's middle, in kilometres, are in another town of that name.
  private static let townRadius = 25.0

  /// The country where towns are looked for first.
  private static func home(
    _ places: [Place?], _ sites: [Site?], host: Int?, _ gazetteer: Gazetteer
  ) -> String? {
    func country(_ number: Int) -> String? {
      places[number]?.country.flatMap(gazetteer.country) ?? sites[number]?.country
    }
    if let own = host.flatMap(country) { return own }
    var counts: [String: Int] = [:]
    for number in places.indices { country(number).map { counts[$0, default: 0] += 1 } }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
