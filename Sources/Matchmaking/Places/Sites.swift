/// Where the contacts of a network are, as far as known.
struct Sites: Sendable {
  /// The site of each contact, by its number.
  let sites: [Site?]
  private let directions: [SIMD3<Double>?]

  /// Looks the places up, equal ones once; without a gazetteer only those that give their coordinates are known.
  ///
  /// A town whose name is that of others is looked for in the host's country first, or else in the one where most
  /// places lie.
  init(of network: Network, host: Int?, gazetteer: Gazetteer?) {
    let places = network.contacts.map(\.place)
    var known: [Place: Site?] = [:]
    func site(_ place: Place, home: String?) -> Site? {
      if let found = known[place] { return found }
      let found = gazetteer.map { $0.site(of: place, home: home) } ?? Site(coordinatesOf: place)
      known[place] = .some(found)
      return found
    }
    func sites(home: String?) -> [Site?] {
      known = [:]
      return places.map { $0.flatMap { site($0, home: home) } }
    }
    let first = sites(home: nil)
    let home = gazetteer.flatMap { Self.home(places, first, host: host, $0) }
    self.sites = home == nil ? first : sites(home: home)
    directions = self.sites.map { $0?.direction }
  }

  /// How far apart two contacts are, in kilometres; nil if it isn't known.
  func kilometres(_ one: Int, _ other: Int) -> Double? {
    guard let one = directions[one], let other = directions[other] else { return nil }
    return Site.kilometres(one, other)
  }

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
