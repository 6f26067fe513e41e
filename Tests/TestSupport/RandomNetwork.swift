public import Matchmaking

/// Networks of every kind of part, for properties that must hold for all of them.
public enum RandomNetwork {
  /// A valid network of so many contacts with up to two needs and two offers each.
  public static func make(contacts count: Int, using random: inout SeededRandom) throws -> Network {
    let ids = (0..<count).map { Contact.ID("c\($0)") }
    func pick(_ random: inout SeededRandom) -> Contact.ID { ids[Int.random(in: 0..<count, using: &random)] }
    let days = Day(number: 20_600)...Day(number: 20_780)
    func day(_ random: inout SeededRandom) -> Day {
      Day(number: Int.random(in: days.lowerBound.number...days.upperBound.number, using: &random))
    }

    var listings: [Listing] = []
    let contacts = ids.map { id in
      for kind in Listing.Kind.allCases {
        for number in 0..<Int.random(in: 0...2, using: &random) {
          listings.append(
            Listing(
              id: Listing.ID("\(id)/\(kind)/\(number)"), contact: id, kind: kind,
              text: RandomText.make(using: &random),
              basis: Listing.Basis.allCases.randomElement(using: &random)!,
              urgency: Listing.Urgency.allCases.randomElement(using: &random)!,
              since: Bool.random(using: &random) ? day(&random) : nil,
              visibility: Listing.Visibility.allCases.randomElement(using: &random)!,
              terms: Listing.Terms.allCases.randomElement(using: &random),
              state: Int.random(in: 0..<8, using: &random) == 0 ? .paused : .open))
        }
      }
      return Contact(
        id: id, name: "Contact \(id)",
        place: Bool.random(using: &random)
          ? Place(locality: ["Toulouse", "Albi", "Muret"].randomElement(using: &random), country: "FR") : nil,
        capacity: [nil, 0, 1, 2].randomElement(using: &random)!)
    }

    var ties: [Tie] = []
    var introductions: [Introduction] = []
    for _ in 0..<count / 3 {
      let (one, other) = (pick(&random), pick(&random))
      let tie = Tie(one, other, kind: Tie.Kind.allCases.randomElement(using: &random)!)
      guard one != other, !ties.contains(where: { $0.first == tie.first && $0.second == tie.second }) else {
        continue
      }
      ties.append(tie)
      let state = Introduction.State.allCases.randomElement(using: &random)!
      let someone = Bool.random(using: &random) ? one : other
      introductions.append(
        Introduction(
          one, other, state: state, day: day(&random), declinedBy: state == .declined ? someone : nil))
    }
    let groups = (0..<max(1, count / 5)).map { number in
      Group(name: "Group \(number)", members: (0..<4).map { _ in pick(&random) })
    }
    return try Network(
      contacts: contacts, listings: listings, ties: ties, groups: groups, introductions: introductions,
      host: count > 3 && Bool.random(using: &random) ? ids[0] : nil)
  }
}
