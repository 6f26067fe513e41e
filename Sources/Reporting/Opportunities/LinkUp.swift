internal import Matchmaking

/// Two contacts, or a ring of three, whom the reader can introduce to each other.
enum LinkUp {
  /// The week's introductions within everyone's capacity, the host left aside.
  static func section(_ engine: MatchEngine, limit: Int, threads: Int) -> Section {
    let network = engine.network
    let matching = engine.matching(threads: threads)
    let introductions =
      matching.candidates.compactMap { opportunity($0, in: network) }
      + matching.rings.map { opportunity($0, in: network) }
    let best = introductions.enumerated().sorted {
      $0.element.score != $1.element.score
        ? $0.element.score > $1.element.score : $0.offset < $1.offset
    }.map(\.element)
    return Section(
      .linkUp, title: "Link up: they should meet", spread(best, limit: limit),
      total: best.count, command: .match(nil, total: best.count),
      ifEmpty: advice(engine, isFull: !matching.cutOff.isEmpty))
  }

  private static func opportunity(_ candidate: Candidate, in network: Network) -> Opportunity? {
    guard let taker = candidate.matches.first?.need.contact,
      let help = Help(candidate, to: taker, in: network)
    else { return nil }
    let back = Help(candidate, to: candidate.other(than: taker), in: network)
    return Opportunity(
      kind: .linkUp, people: [help.need.person, help.offer.person],
      reason: back == nil
        ? "\(help.claim)." : "A swap: each has what the other needs\(soon([help.need, back?.need])).",
      quotes: [help.need, help.offer] + (back.map { [$0.need, $0.offer] } ?? []),
      groups: help.groups, place: place(help, in: network), score: help.score,
      commands: [.why(help.need.person, help.offer.person)])
  }

  private static func opportunity(_ ring: Ring, in network: Network) -> Opportunity {
    let people = ring.members.map { Person($0, in: network) }
    let quotes = ring.matches.flatMap { [$0.need, $0.offer] }.compactMap(\.listing).map {
      Quote($0, in: network)
    }
    return Opportunity(
      kind: .linkUp, people: people,
      reason: "A ring: each needs what the next has, so introduce all three together\(soon(quotes)).",
      quotes: quotes, groups: [], place: nil, score: ring.score,
      commands: people.indices.map { .why(people[$0], people[($0 + 1) % people.count]) })
  }

  private static func soon(_ quotes: [Quote?]) -> String {
    quotes.contains { $0?.kind == .need && $0?.urgency == .high } ? ", and soon" : ""
  }

  /// The best introductions, nobody in two of them unless there are too few others; still best first.
  private static func spread(_ introductions: [Opportunity], limit: Int) -> [Opportunity] {
    var seen: Set<Contact.ID> = []
    var first: [Int] = []
    var second: [Int] = []
    for (rank, introduction) in introductions.enumerated() {
      if seen.isDisjoint(with: introduction.people.map(\.id)) {
        seen.formUnion(introduction.people.map(\.id))
        first.append(rank)
      } else {
        second.append(rank)
      }
    }
    return (first + second).prefix(limit).sorted().map { introductions[$0] }
  }

  private static func place(_ help: Help, in network: Network) -> String? {
    let towns = [help.need, help.offer].compactMap { network.contact($0.person.id)?.place?.label }
    guard towns.count == 2 else { return nil }
    return towns[0] == towns[1] ? "both in \(towns[0])" : "in \(towns[0]) and in \(towns[1])"
  }

  private static func advice(_ engine: MatchEngine, isFull: Bool) -> Advice {
    if isFull {
      return Advice(
        "Everybody who could be introduced has enough introductions already.", remedy: "See for yourself",
        command: .match(nil, total: 0))
    }
    func isKnown(_ kind: Listing.Kind) -> Bool {
      engine.hasCurrent(kind) { $0 != engine.network.host }
    }
    guard isKnown(.need) else { return .moreNeeds("Nobody's needs are known yet.") }
    guard isKnown(.offer) else { return .moreOffers("Nobody's offers are known yet.") }
    return .moreNeeds("No two people fit well enough this week.")
  }
}
