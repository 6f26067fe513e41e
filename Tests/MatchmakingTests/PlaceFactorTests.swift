import Matchmaking
import TestSupport
import Testing

/// The worked examples of the article Scoring, Place.
@Suite struct PlaceFactorTests {
  private typealias Circle = SampleCircle

  /// The gain, and the reason given for its place, when one needs in one place what another offers in another.
  private func place(
    _ text: String, _ one: Place?, _ other: Place?, host: Place? = nil
  ) throws -> (factor: Double, reason: String) {
    let contacts = zip(["anne", "bruno", "host"], [one, other, host]).map {
      Contact(id: Contact.ID($0), name: $0, place: $1)
    }
    let network = try Network(
      contacts: contacts, listings: [Circle.need("anne", text), Circle.offer("bruno", text)], host: "host")
    let engine = try MatchEngine(network, asOf: Circle.today, gazetteer: Gazetteer())
    let candidate = try #require(engine.assessment(of: "anne", and: "bruno")?.candidate)
    let reason = candidate.explanation.parts[0].parts.first { $0.name == "place" }?.reason
    return (candidate.matches[0].gain.place, try #require(reason))
  }

  private func place(_ text: String, _ one: String?, _ other: String?) throws -> (Double, String) {
    try place(text, one.map { Place(locality: $0) }, other.map { Place(locality: $0) })
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
    let found = try place("a cat sitter", given, Place(locality: "Toulouse"))
    #expect(found.factor > 0.999)
  }

  @Test func `looks for a town of many in the host's country first, else where most places lie`() throws {
    let (melun, saintDenis) = (Place(locality: "Melun"), Place(locality: "Saint-Denis"))
    #expect(try place("a rugby partner", melun, saintDenis).factor > 0.4)
    let reunion = Place(locality: "Le Tampon", country: "RE")
    #expect(try place("a rugby partner", melun, saintDenis, host: reunion).factor == 0.25)
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
