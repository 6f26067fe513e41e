import Matchmaking
import TestSupport
import Testing

/// Chains of acquaintance against trying every chain.
@Suite struct PathTests {
  private static let today = SampleCircle.today

  /// The strongest chain by trying all without a contact twice.
  private static func exhaustive(
    _ strengths: [[Double]], from start: Int, to end: Int, visited: Set<Int> = [], steps: Int = 0
  ) -> Double {
    if start == end { return 1 }
    guard steps < Path.longest else { return 0 }
    return strengths.indices.filter { $0 != start && !visited.contains($0) && strengths[start][$0] > 0 }
      .map {
        strengths[start][$0]
          * exhaustive(strengths, from: $0, to: end, visited: visited.union([start]), steps: steps + 1)
      }.max() ?? 0
  }

  @Test func `finds the strongest chain, as trying all of them would`() throws {
    var random = SeededRandom(seed: 27)
    for _ in 0..<60 {
      let names = (0..<7).map { Contact.ID("c\($0)") }
      var ties: [Tie] = []
      for one in names {
        for other in names where one < other && Int.random(in: 0..<3, using: &random) == 0 {
          ties.append(Tie(one, other, kind: Tie.Kind.allCases.randomElement(using: &random)!))
        }
      }
      let network = try Network(contacts: names.map { Contact(id: $0, name: "n") }, ties: ties)
      let engine = try MatchEngine(network, asOf: Self.today)
      var strengths = [[Double]](repeating: [Double](repeating: 0, count: 7), count: 7)
      for tie in ties {
        let (one, other) = (names.firstIndex(of: tie.first)!, names.firstIndex(of: tie.second)!)
        let strength = [Tie.Kind.kin: 0.7, .friend: 0.6, .colleague: 0.4, .acquaintance: 0.2][tie.kind]!
        (strengths[one][other], strengths[other][one]) = (strength, strength)
      }
      for end in 1..<7 {
        let expected = Self.exhaustive(strengths, from: 0, to: end)
        let path = engine.path(from: names[0], to: names[end])
        #expect(abs((path?.strength ?? 0) - expected) < 1e-12, "seed 27")
        guard let path else { continue }
        #expect(path.contacts.first == names[0] && path.contacts.last == names[end])
        #expect(path.contacts.count == path.degrees + 1)
        for (link, (one, other)) in zip(path.links, zip(path.contacts, path.contacts.dropFirst())) {
          #expect(ties.contains { Set([$0.first, $0.second]) == [one, other] && $0.kind == link.kind })
        }
      }
    }
  }

  @Test func `leaves out who is too far from the host`() throws {
    let names: [Contact.ID] = ["host", "near", "far", "lost"]
    let network = try Network(
      contacts: names.map { Contact(id: $0, name: $0.rawValue) },
      listings: [
        SampleCircle.need("near", "a plumber for a leaking sink"),
        SampleCircle.offer("far", "plumber, leaking sinks repaired"),
        SampleCircle.offer("lost", "plumber, leaking sinks repaired"),
      ],
      ties: [Tie("host", "near"), Tie("near", "far")], host: "host")
    func others(_ reach: Int?) throws -> Set<Contact.ID> {
      var settings = Settings.standard
      settings.reach = reach
      let engine = try MatchEngine(network, asOf: Self.today, settings: settings)
      #expect(
        Set(engine.offers(meeting: "a plumber for a leaking sink", limit: 9).compactMap(\.offer.contact))
          == Set(engine.candidates(for: "near", limit: 9).map { $0.other(than: "near") }))
      return Set(engine.candidates(for: "near", limit: 9).map { $0.other(than: "near") })
    }
    #expect(try others(nil) == ["far", "lost"])
    #expect(try others(2) == ["far"])
    #expect(try others(1).isEmpty)
  }
}
