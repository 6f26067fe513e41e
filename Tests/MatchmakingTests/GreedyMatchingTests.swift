import Matchmaking
import TestSupport
import Testing

@Suite struct GreedyMatchingTests {
  private typealias Circle = SampleCircle

  /// Everybody needs what the one accountant offers; capacities decide.
  private func popular(takers: Int, capacity: Int?, takerCapacity: Int? = nil) throws -> Matching {
    let takers = (0..<takers).map {
      Contact(id: Contact.ID("t\($0)"), name: "Taker \($0)", capacity: takerCapacity)
    }
    let network = try Network(
      contacts: takers + [Contact(id: "a", name: "Accountant", capacity: capacity)],
      listings: takers.map { Circle.need($0.id, "an accountant for tax returns") }
        + [Circle.offer("a", "accountant, tax returns")])
    return try MatchEngine(network, asOf: Circle.today).matching()
  }

  @Test func `floods nobody and says whose capacity was used up`() throws {
    let matching = try popular(takers: 8, capacity: nil)
    #expect(matching.candidates.count == 3)
    #expect(matching.cutOff.count == 5)
    #expect(matching.cutOff.allSatisfy { $0.by == ["a"] && $0.score > 0 })
  }

  @Test func `respects a contact's own capacity, and none at all`() throws {
    #expect(try popular(takers: 8, capacity: 6).candidates.count == 6)
    #expect(try popular(takers: 8, capacity: 0).candidates.isEmpty)
    let nobody = try popular(takers: 2, capacity: 0, takerCapacity: 0)
    #expect(nobody.cutOff.allSatisfy { $0.by.count == 2 })
  }

  @Test func `never exceeds a capacity and never falls below half of the optimum`() throws {
    for seed in UInt64(1)...300 {
      var random = SeededRandom(seed: seed)
      let network = try RandomNetwork.make(contacts: 8, using: &random)
      let matching = try MatchEngine(network, asOf: Day(number: 20_780)).matching()
      var load: [Contact.ID: Int] = [:]
      for candidate in matching.candidates {
        load[candidate.first, default: 0] += 1
        load[candidate.second, default: 0] += 1
      }
      for contact in network.contacts {
        #expect(load[contact.id, default: 0] <= contact.capacity ?? 3, "seed \(seed)")
      }

      let edges =
        matching.candidates.map { ($0.first, $0.second, $0.score) }
        + matching.cutOff.map { ($0.first, $0.second, $0.score) }
      let room = Dictionary(uniqueKeysWithValues: network.contacts.map { ($0.id, $0.capacity ?? 3) })
      let reached = matching.candidates.reduce(0) { $0 + $1.score }
      #expect(2 * reached >= Self.optimum(edges[...], room) - 1e-9, "seed \(seed)")
    }
  }

  /// The largest sum of scores, by trying to take and to leave every edge.
  private static func optimum(
    _ edges: ArraySlice<(Contact.ID, Contact.ID, Double)>, _ room: [Contact.ID: Int]
  ) -> Double {
    guard let (one, other, score) = edges.first else { return 0 }
    let without = optimum(edges.dropFirst(), room)
    guard room[one]! > 0, room[other]! > 0 else { return without }
    var less = room
    less[one]! -= 1
    less[other]! -= 1
    return max(without, score + optimum(edges.dropFirst(), less))
  }
}
