import Foundation
import Matchmaking
import TestSupport
import Testing

/// The worked examples of the article Scoring.
@Suite struct ScoringTests {
  private typealias Circle = SampleCircle
  private let settings = Settings.standard

  private func score(
    _ listings: [Listing], groups: [Group] = [], places: [Place?] = [nil, nil]
  ) throws -> Candidate {
    try #require(try assessed(listings, groups: groups, places: places))
  }

  private func assessed(
    _ listings: [Listing], groups: [Group] = [], places: [Place?] = [nil, nil]
  ) throws -> Candidate? {
    let contacts = zip(["anne", "bruno"], places).map { Contact(id: Contact.ID($0), name: $0, place: $1) }
    let network = try Network(contacts: contacts, listings: listings, groups: groups)
    return try MatchEngine(network, asOf: Circle.today).assessment(of: "anne", and: "bruno")?.candidate
  }

  private let plumber = [
    Circle.need("anne", "a plumber for a leaking sink"),
    Circle.offer("bruno", "plumber, leaking sinks repaired"),
  ]

  @Test func `multiplies gain, reciprocity and trust to the score, in every node of the explanation`() throws
  {
    func check(_ node: Explanation) {
      guard !node.parts.isEmpty else { return }
      #expect(abs(node.value - node.parts.reduce(1) { $0 * $1.value }) < 1e-12)
      node.parts.forEach(check)
    }
    var random = SeededRandom(seed: 21)
    var explained = 0
    for _ in 0..<20 {
      let network = try RandomNetwork.make(contacts: 20, using: &random)
      let engine = try MatchEngine(network, asOf: Day(number: 20_780))
      for candidate in engine.matching().candidates {
        check(candidate.explanation)
        #expect(abs(candidate.explanation.value - candidate.score) < 1e-12)
        #expect((0...1).contains(candidate.score))
        explained += 1
      }
    }
    #expect(explained > 20)
  }

  @Test func `halves the freshness of a listing in ninety days, down to the floor`() throws {
    func freshness(_ days: Int) throws -> Double {
      var listings = plumber
      listings[0].since = Circle.today.adding(days: -days)
      return try score(listings).matches[0].gain.freshness
    }
    #expect(try freshness(0) == 1)
    #expect(abs(try freshness(45) - 0.5.squareRoot()) < 1e-12)
    #expect(try freshness(90) == 0.5)
    #expect(try freshness(2000) == settings.freshnessFloor)
    #expect(try score(plumber).matches[0].gain.freshness == 1)
  }

  @Test func `counts urgency, and an implied listing below a stated one`() throws {
    func gain(_ change: (inout [Listing]) -> Void) throws -> Gain {
      var listings = plumber
      change(&listings)
      return try score(listings).matches[0].gain
    }
    #expect(try gain { _ in }.urgency == 0.9)
    #expect(try gain { $0[0].urgency = .high }.urgency == 1)
    #expect(try gain { $0[0].urgency = .low }.urgency == 0.8)
    #expect(try gain { $0[1].basis = .implied }.basis == 0.7)
    #expect(
      abs(
        try gain {
          $0[0].basis = .implied; $0[1].basis = .implied
        }.basis - 0.49) < 1e-12)
  }

  @Test func `counts each step more that is asked in return, and nothing for silence`() throws {
    func terms(_ need: Listing.Terms?, _ offer: Listing.Terms?) throws -> Double {
      var listings = plumber
      (listings[0].terms, listings[1].terms) = (need, offer)
      return try score(listings).matches[0].gain.terms
    }
    #expect(abs(try terms(.gift, .paid) - 0.421875) < 1e-12)
    #expect(try terms(.exchange, .paid) == 0.75 && terms(.gift, .loan) == 0.75)
    for other in Listing.Terms.allCases {
      #expect(try terms(other, .gift) == 1 && terms(.paid, other) == 1 && terms(other, other) == 1)
      #expect(try terms(other, nil) == 1 && terms(nil, other) == 1)
    }
  }

  @Test func `counts contacts without a language in common less, if both are known`() throws {
    func language(_ one: [String], _ other: [String]) throws -> Double {
      let contacts = zip(["anne", "bruno"], [one, other]).map {
        Contact(id: Contact.ID($0), name: $0, languages: $1)
      }
      let engine = try MatchEngine(Network(contacts: contacts, listings: plumber), asOf: Circle.today)
      return try #require(engine.assessment(of: "anne", and: "bruno")?.candidate).matches[0].gain.language
    }
    #expect(try language(["fr"], ["English"]) == 0.6)
    #expect(try language(["Français", "en"], ["fr-CA"]) == 1)
    #expect(try language([], ["en"]) == 1 && language(["xx"], ["XX"]) == 1)
  }

  @Test func `adds a share of what is missing for help in both directions`() throws {
    let oneWay = try score(plumber)
    let swap = try score(
      plumber + [Circle.need("bruno", "English lessons"), Circle.offer("anne", "English lessons for adults")])
    #expect(!oneWay.isSwap)
    #expect(swap.isSwap)
    let gains = ["anne", "bruno"].map { id in
      swap.matches.first { $0.need.contact?.rawValue == id }!.gain.value
    }
    let larger = max(gains[0], gains[1])
    let harmonic = 2 * gains[0] * gains[1] / (gains[0] + gains[1])
    let value = larger + settings.reciprocity * harmonic * (1 - larger)
    #expect(abs(swap.score - value * settings.trustFloor.squareRoot() / (1 + settings.bridge)) < 1e-12)
  }

  @Test func `trusts a small shared group more than a large one, and two more than one`() throws {
    let others = (0..<20).map { Contact(id: Contact.ID("x\($0)"), name: "x") }
    func strength(_ groups: [(String, Int)]) throws -> Double {
      let network = try Network(
        contacts: Circle.contacts("anne", "bruno") + others, listings: plumber,
        groups: groups.map {
          Group(name: $0.0, members: ["anne", "bruno"] + others.prefix($0.1 - 2).map(\.id))
        })
      return try #require(
        try MatchEngine(network, asOf: Circle.today).assessment(of: "anne", and: "bruno")?.candidate
      ).trust.strength
    }
    #expect(try strength([]) == 0)
    #expect(abs(try strength([("rugby", 14)]) - 0.25) < 1e-12)
    #expect(abs(try strength([("pair", 2)]) - 0.5) < 1e-12)
    #expect(abs(try strength([("rugby", 14), ("pair", 2)]) - 0.625) < 1e-12)
  }

  @Test func `never scores lower for a shared group, a fresher date or a closer place`() throws {
    var random = SeededRandom(seed: 99)
    for _ in 0..<200 {
      var listings = plumber
      let age = Int.random(in: 1...300, using: &random)
      listings[0].since = Circle.today.adding(days: -age)
      let places = [Place(latitude: 43.6, longitude: 1.44), Place(latitude: 45.75, longitude: 4.85)]
      let before = try score(listings, places: places).score
      listings[0].since = Circle.today.adding(days: -Int.random(in: 0..<age, using: &random))
      let fresher = try score(listings, places: places).score
      let closer = try score(listings, places: [places[0], places[0]]).score
      let grouped = try score(
        listings, groups: [Group(name: "choir", members: ["anne", "bruno"])], places: [places[0], places[0]]
      ).score
      #expect(before <= fresher && fresher <= closer && closer <= grouped)
    }
  }

  @Test func `never scores lower for a more relevant offer`() throws {
    var random = SeededRandom(seed: 100)
    let words = [
      "cello", "lessons", "garden", "hedge", "tax", "return", "bicycle", "brakes", "soup", "choir",
    ]
    func text() -> String {
      (0..<Int.random(in: 1...5, using: &random)).map { _ in words.randomElement(using: &random)! }
        .joined(separator: " ")
    }
    for round in 0..<300 {
      let need = Circle.need("anne", text())
      let others = (0..<4).map { Circle.offer("bruno", "\($0) \(text())") }
      // The need's own words: nothing is more relevant.
      let before = try assessed([need] + others)?.score ?? 0
      let after = try assessed([need, Circle.offer("bruno", need.text)] + others)?.score ?? 0
      #expect(after >= before && after > 0, "round \(round)")
    }
  }

  @Test func `hardly ever scores lower for one more offer of the same contact, as a model reads it`() throws {
    let reading = Reading(try SemanticModel())
    func score(_ need: String, _ offers: [String]) throws -> Double {
      let network = try Network(
        contacts: Circle.contacts("anne", "bruno"),
        listings: [Circle.need("anne", need)] + offers.map { Circle.offer("bruno", $0) })
      let engine = try MatchEngine(network, asOf: Circle.today, reading: reading)
      return try #require(engine.assessment(of: "anne", and: "bruno")?.candidate).score
    }
    for (need, offers) in [
      ("un comptable pour mon restaurant", ["expert en finance", "audit", "comptabilité"]),
      ("someone to repair my bicycle brakes", ["sports coach cycling", "cycling lessons", "bike mechanic"]),
      ("piano lessons", ["music", "guitar lessons", "piano teacher"]),
    ] {
      for one in offers {
        for other in offers where other != one {
          // The weights of letters follow the pool, which the offer joins: that much a score may move.
          let (alone, both) = (try score(need, [one]), try score(need, [one, other]))
          #expect(both >= alone - 0.01, "\(need): \(one) \(alone), with \(other) \(both)")
        }
      }
    }
  }

  @Test func `refuses settings out of range, naming the value`() throws {
    let network = try Network(contacts: [])
    for (name, change) in [
      ("reciprocity", { (settings: inout Settings) in settings.reciprocity = 1.5 }),
      ("choices", { $0.choices = 0 }),
      ("capacity", { $0.capacity = -1 }), ("freshnessHalfLife", { $0.freshnessHalfLife = 0 }),
      ("trustFloor", { $0.trustFloor = 0 }), ("distanceFloor", { $0.distanceFloor = 2 }),
      ("placeByName.sameRegion", { $0.placeByName.sameRegion = 2 }),
      ("halfDistance.handsOn", { $0.halfDistance.handsOn = 0 }),
      ("minimumRelevance", { $0.minimumRelevance = .nan }),
    ] {
      var settings = Settings.standard
      change(&settings)
      let error = #expect(throws: SettingsError.self) {
        try MatchEngine(network, asOf: Circle.today, settings: settings)
      }
      #expect(error?.setting == name)
    }
  }
}
