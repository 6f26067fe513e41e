import Matchmaking
import TestSupport
import Testing

/// The worked examples of the article Scoring, Place.
@Suite struct PlaceFactorTests {
  private typealias Circle = SampleCircle

  /// Somebody who needs in one place what another offers in another, as an engine sees them.
  private func candidate(
    _ text: String, _ one: Place?, _ other: Place?, host: Place? = nil, gazetteer: Gazetteer?
  ) throws -> Candidate {
    let contacts = zip(["anne", "bruno", "host"], [one, other, host]).map {
      Contact(id: Contact.ID($0), name: $0, place: $1)
    }
    let network = try Network(
      contacts: contacts, listings: [Circle.need("anne", text), Circle.offer("bruno", text)], host: "host")
    let engine = try MatchEngine(network, asOf: Circle.today, gazetteer: gazetteer)
    return try #require(engine.assessment(of: "anne", and: "bruno")?.candidate)
  }

  /// What the place counts, and the reason given for it.
  private func place(
    _ text: String, _ one: Place?, _ other: Place?, host: Place? = nil, gazetteer: Gazetteer?
  ) throws -> (factor: Double, reason: String) {
    let candidate = try candidate(text, one, other, host: host, gazetteer: gazetteer)
    let reason = candidate.explanation.parts[0].parts.first { $0.name == "place" }?.reason
    return (candidate.matches[0].gain.place, try #require(reason))
  }

  private func place(_ text: String, _ one: String?, _ other: String?) throws -> (Double, String) {
    try place(
      text, one.map { Place(locality: $0) }, other.map { Place(locality: $0) }, gazetteer: Gazetteer())
  }

  @Test func `counts real distance by the kind of listing, and says so`() throws {
    func check(
      _ text: String, _ one: String?, _ other: String?, _ factor: Double, _ reason: String
    ) throws {
      let found = try place(text, one, other)
      #expect(abs(found.0 - factor) < 0.0005, "\(found)")
      #expect(found.1 == reason)
    }
    try check(
      "a cat sitter", "31000 Toulouse", "Blagnac", 0.726,
      "5.6 km apart (Toulouse – Blagnac); hands-on help, half at 15 km")
    try check(
      "a cat sitter", "Toulouse", "Lille", 0.25,
      "791 km apart (Toulouse – Lille); hands-on help, half at 15 km, never below 0.25")
    try check(
      "a rugby partner", "Toulouse", "Muret", 0.728,
      "19 km apart (Toulouse – Muret); an ordinary matter, half at 50 km")
    try check(
      "translation of a contract", "Toulouse", "Londres", 0.530,
      "887 km apart (Toulouse – London); can be done from afar, half at 1000 km")
    try check(
      "a cat sitter", "Toulouse", "TOULOUSE", 1, "both in Toulouse; hands-on help, half at 15 km")
    try check("yoga lessons online", "Toulouse", "Londres", 1, "it can be done from anywhere")
    try check("a cat sitter", "Toulouse", nil, 1, "the distance isn't known")
    try check("a cat sitter", "Toulouse", "Xyzzy", 1, "the distance isn't known")
  }

  @Test func `takes the coordinates that a place gives before those of its town`() throws {
    let given = Place(locality: "Chez nous", latitude: 43.60426, longitude: 1.44367)
    let found = try place("a cat sitter", given, Place(locality: "Toulouse"), gazetteer: Gazetteer())
    #expect(found.factor > 0.999)
  }

  @Test func `takes two in one town for neighbours, unless both say where in it they are`() throws {
    let gazetteer = try Gazetteer()
    func reason(_ one: Place, _ other: Place) throws -> String {
      let reason = try place("a cat sitter", one, other, gazetteer: gazetteer).reason
      return String(reason.prefix { $0 != ";" })
    }
    let town = Place(locality: "Tournefeuille")
    let west = Place(locality: "31170 tournefeuille", latitude: 43.58, longitude: 1.32)
    let east = Place(locality: "Tournefeuille", latitude: 43.58, longitude: 1.35)
    #expect(try reason(town, west) == "both in Tournefeuille")
    #expect(try reason(west, east).hasPrefix("2.4 km apart (both in Tournefeuille)"))
    #expect(try reason(east, east) == "both in Tournefeuille")
    // Another town of that name: its coordinates say so.
    let reunion = Place(locality: "Saint-Denis", latitude: -20.88, longitude: 55.45)
    #expect(try reason(Place(locality: "Saint-Denis", country: "FR"), reunion).contains("km apart"))
  }

  @Test func `looks for a town of many in the host's country first, else where most places lie`() throws {
    let (melun, saintDenis) = (Place(locality: "Melun"), Place(locality: "Saint-Denis"))
    let gazetteer = try Gazetteer()
    #expect(try place("a rugby partner", melun, saintDenis, gazetteer: gazetteer).factor > 0.4)
    let host = Place(locality: "Le Tampon", country: "RE")
    #expect(try place("a rugby partner", melun, saintDenis, host: host, gazetteer: gazetteer).factor == 0.25)
  }

  @Test func `compares places by name where the gazetteer is missing`() throws {
    func check(
      _ one: Place?, _ other: Place?, _ factor: Double, _ reason: String, _ text: String = "a cat sitter"
    ) throws {
      for (one, other) in [(one, other), (other, one)] {
        let found = try place(text, one, other, gazetteer: nil)
        #expect(found.factor == factor && found.reason == reason)
      }
    }
    let toulouse = Place(locality: "Toulouse", region: "Occitanie", country: "FR")
    try check(toulouse, Place(locality: "TOULOUSE"), 1, "the same town by name")
    let albi = Place(locality: "Albi", region: "occitanie", country: "fr")
    try check(toulouse, albi, 0.9, "the same region by name")
    let lille = Place(locality: "Lille", region: "Hauts-de-France", country: "FR")
    try check(toulouse, lille, 0.75, "different regions by name")
    try check(toulouse, Place(country: "GB"), 0.25, "different countries by name")
    try check(toulouse, Place(country: "GB"), 0.6, "different countries by name", "a rugby partner")
    try check(toulouse, Place(country: "GB"), 1, "it can be done from anywhere", "yoga lessons online")
    for tooLittle in [nil, Place(), Place(locality: "Albi"), Place(country: "FR"), Place(country: "France")] {
      try check(toulouse, tooLittle, 1, "the distance isn't known")
    }
    let (here, there) = (Place(latitude: 43.6, longitude: 1.4), Place(latitude: 43.7, longitude: 1.4))
    #expect(try place("a cat sitter", here, there, gazetteer: nil).reason.hasPrefix("11 km apart"))
  }

  @Test func `tells countries by name where a town isn't known`() throws {
    func reason(_ one: Place, _ other: Place) throws -> String {
      try place("a cat sitter", one, other, gazetteer: Gazetteer()).reason
    }
    let toulouse = Place(locality: "Toulouse")
    #expect(try reason(toulouse, Place(country: "Royaume-Uni")) == "different countries by name")
    #expect(try reason(Place(locality: "Xyzzy", country: "US"), toulouse) == "different countries by name")
    for near in [Place(country: "France"), Place(region: "Tarn"), Place(locality: "Xyzzy", country: "FR")] {
      #expect(try reason(toulouse, near) == "the distance isn't known")
    }
  }

  @Test func `never counts a nearer contact less, wherever the three are`() throws {
    var random = SeededRandom(seed: 404)
    let gazetteer = try Gazetteer()
    for round in 0..<200 {
      let text = ["a cat sitter", "translation of a contract", "a rugby partner", "yoga, online"]
        .randomElement(using: &random)!
      // Towns of the gazetteer, the larger ones more often, or any points of the globe.
      let places = (0..<3).map { _ in
        round.isMultiple(of: 2)
          ? Place(
            locality: gazetteer.name(
              of: Int.random(
                in: 0..<[100, 5000, gazetteer.count].randomElement(using: &random)!, using: &random)))
          : Place(
            latitude: .random(in: -90...90, using: &random),
            longitude: .random(in: -180...180, using: &random))
      }
      let others = try places.dropFirst().map {
        try candidate(text, places[0], $0, gazetteer: gazetteer)
      }
      let known = others.compactMap { other -> (kilometres: Double, score: Double)? in
        guard case .kilometres(let kilometres) = other.matches[0].gain.distance else { return nil }
        return (kilometres, other.score)
      }
      guard known.count == 2 else { continue }
      let (near, far) =
        known[0].kilometres < known[1].kilometres ? (known[0], known[1]) : (known[1], known[0])
      #expect(near.score >= far.score, "\(text): \(places)")
    }
  }

  @Test func `gives the same to an engine that was updated`() throws {
    let contacts = [
      Contact(id: "anne", name: "Anne", place: Place(locality: "Toulouse")),
      Contact(id: "bruno", name: "Bruno", place: Place(locality: "Blagnac")),
    ]
    let offer = Circle.offer("bruno", "cat sitting")
    let network = try Network(contacts: contacts, listings: [Circle.need("anne", "cat sitting")])
    let updated = try MatchEngine(network, asOf: Circle.today, gazetteer: Gazetteer()).updating([.add(offer)])
    let anew = try MatchEngine(updated.network, asOf: Circle.today, gazetteer: Gazetteer())
    let scores = [updated, anew].map { $0.assessment(of: "anne", and: "bruno")?.candidate?.explanation }
    #expect(scores[0] == scores[1] && scores[0] != nil)
  }
}
