import Matchmaking
import TestSupport
import Testing

/// What ties, interactions, sponsors and thanks add, by the article Scoring's worked examples.
@Suite struct TrustTests {
  private typealias Circle = SampleCircle
  private let listings = [
    Circle.need("anne", "a plumber for a leaking sink"),
    Circle.offer("bruno", "plumber, leaking sinks repaired"),
  ]

  private func candidate(
    _ change: (inout [Contact]) -> Void = { _ in }, ties: [Tie] = [], interactions: [Interaction] = [],
    thanks: [Thanks] = [], groups: [Group] = [], host: Contact.ID? = nil
  ) throws -> Candidate {
    var contacts = Circle.contacts("anne", "bruno", "claire", "denis", "elsa")
    change(&contacts)
    let network = try Network(
      contacts: contacts, listings: listings, ties: ties, groups: groups, interactions: interactions,
      thanks: thanks,
      host: host)
    let assessment = try MatchEngine(network, asOf: Circle.today).assessment(of: "anne", and: "bruno")
    return try #require(assessment?.candidate)
  }

  private func touch(_ one: Contact.ID, _ other: Contact.ID, daysAgo: Int) -> Interaction {
    Interaction(one, other, day: Circle.today.adding(days: -daysAgo), kind: .call)
  }

  @Test func `a common contact adds half the product of both ties`() throws {
    let ties = [Tie("anne", "claire", kind: .kin), Tie("bruno", "claire", kind: .friend)]
    let trust = try candidate(ties: ties).trust
    #expect(trust.commonContacts == ["claire"])
    #expect(abs(trust.strength - 0.5 * 0.7 * 0.6) < 1e-12)
    // The host knows everybody, so that this says nothing.
    #expect(try candidate(ties: ties, host: "claire").trust.strength == 0)
  }

  @Test func `an interaction counts less with the years, with kin more slowly`() throws {
    func strength(_ kind: Tie.Kind, daysAgo: Int) throws -> Double {
      try candidate(
        ties: [Tie("anne", "claire", kind: kind), Tie("bruno", "claire", kind: .friend)],
        interactions: [touch("anne", "claire", daysAgo: daysAgo)]
      ).trust.strength
    }
    for kind in Tie.Kind.allCases {
      let (fresh, old) = (try strength(kind, daysAgo: 0), try strength(kind, daysAgo: 365))
      #expect(fresh > old)
    }
    let kinLoses = try strength(.kin, daysAgo: 0) / strength(.kin, daysAgo: 365)
    let colleagueLoses = try strength(.colleague, daysAgo: 0) / strength(.colleague, daysAgo: 365)
    #expect(kinLoses < colleagueLoses)
  }

  @Test func `a common sponsor, or one who brought in the other, counts`() throws {
    #expect(
      abs(
        try candidate {
          $0[0].sponsor = "claire"; $0[1].sponsor = "claire"
        }.trust.strength - 0.3) < 1e-12)
    #expect(abs(try candidate { $0[0].sponsor = "bruno" }.trust.strength - 0.3) < 1e-12)
    #expect(abs(try candidate { $0[1].sponsor = "anne" }.trust.strength - 0.3) < 1e-12)
    #expect(try candidate { $0[0].sponsor = "claire" }.trust.strength == 0)
  }

  @Test func `thanks count by the number of people, not of favours, and not among the two`() throws {
    func thanks(_ from: Contact.ID, _ to: Contact.ID, _ favour: String = "x") -> Thanks {
      Thanks(from: from, to: to, day: Circle.today, favour: favour)
    }
    let one = try candidate(thanks: [thanks("claire", "bruno")]).trust
    let often = try candidate(thanks: (0..<9).map { thanks("claire", "bruno", "\($0)") }).trust
    let two = try candidate(thanks: [thanks("claire", "bruno"), thanks("denis", "anne")]).trust
    #expect(one.thankers == 1 && one.strength == often.strength)
    #expect(abs(two.strength - 0.15) < 1e-12)
    #expect(try candidate(thanks: [thanks("anne", "bruno")]).trust.strength == 0)
  }

  @Test func `the first common ties are worth most as a bridge`() throws {
    func bridge(_ common: [Contact.ID]) throws -> Double {
      let ties = common.flatMap { [Tie("anne", $0), Tie("bruno", $0)] }
      let parts = try candidate(ties: ties).explanation.parts
      return try #require(parts.first { $0.name == "bridge" }).value
    }
    #expect(try bridge(["claire"]) == 1)
    #expect(abs(try bridge(["claire", "denis"]) - 1.05 / 1.1) < 1e-12)
    #expect(abs(try bridge([]) - 1 / 1.1) < 1e-12)
  }

  @Test func `one more group, interaction, sponsor or thanks never lowers a score`() throws {
    var random = SeededRandom(seed: 314)
    let names: [Contact.ID] = ["anne", "bruno", "claire", "denis", "elsa"]
    for round in 0..<300 {
      func pair() -> (Contact.ID, Contact.ID) {
        let two = names.shuffled(using: &random)
        return (two[0], two[1])
      }
      var ties: [Tie] = []
      for one in names {
        for other in names
        where one < other && Int.random(in: 0..<3, using: &random) == 0 && (one, other) != ("anne", "bruno") {
          ties.append(Tie(one, other, kind: Tie.Kind.allCases.randomElement(using: &random)!))
        }
      }
      var interactions = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        let (one, other) = pair()
        return touch(one, other, daysAgo: Int.random(in: 0...900, using: &random))
      }
      var thanks: [Thanks] = []
      var score = try candidate(ties: ties, interactions: interactions).score
      for step in 0..<4 {
        let (one, other) = pair()
        if step.isMultiple(of: 2) {
          interactions.append(touch(one, other, daysAgo: Int.random(in: 0...900, using: &random)))
        } else {
          thanks.append(Thanks(from: one, to: other, day: Circle.today))
        }
        let next = try candidate(ties: ties, interactions: interactions, thanks: thanks).score
        #expect(next >= score, "seed 314, round \(round)")
        score = next
      }
      let sponsored = try candidate(
        {
          $0[0].sponsor = "elsa"; $0[1].sponsor = "elsa"
        }, ties: ties, interactions: interactions, thanks: thanks,
        groups: [Group(name: "choir", members: ["anne", "bruno"])])
      #expect(sponsored.score >= score, "seed 314, round \(round)")
    }
  }
}
