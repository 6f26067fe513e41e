internal import Matchmaking

/// Two contacts whom the reader can introduce to each other.
enum LinkUp {
  /// The week's introductions within everyone's capacity, the host left aside.
  static func section(_ engine: MatchEngine, limit: Int, threads: Int) -> Section {
    let network = engine.network
    let matching = engine.matching(threads: threads)
    return Section(
      .linkUp, title: "Link up: they should meet",
      spread(matching.candidates, limit: limit).compactMap { opportunity($0, in: network) },
      total: matching.candidates.count, command: .match(nil, total: matching.candidates.count),
      ifEmpty: advice(engine, isFull: !matching.cutOff.isEmpty))
  }

  private static func opportunity(_ candidate: Candidate, in network: Network) -> Opportunity? {
    guard let taker = candidate.matches.first?.need.contact,
      let help = Help(candidate, to: taker, in: network)
    else { return nil }
    let back = Help(candidate, to: candidate.other(than: taker), in: network)
    let isUrgent = [help, back].contains { $0?.need.urgency == .high }
    return Opportunity(
      kind: .linkUp, people: [help.need.person, help.offer.person],
      reason: back == nil
        ? "\(help.claim)." : "A swap: each has what the other needs\(isUrgent ? ", and soon" : "").",
      quotes: [help.need, help.offer] + (back.map { [$0.need, $0.offer] } ?? []),
      groups: help.groups, place: place(help, in: network), score: help.score,
      commands: [.why(help.need.person, help.offer.person)])
  }

  /// The best candidates, nobody in two of them unless there are too few others; still best first.
  private static func spread(_ candidates: [Candidate], limit: Int) -> [Candidate] {
    var seen: Set<Contact.ID> = []
    var first: [Int] = []
    var second: [Int] = []
    for (rank, candidate) in candidates.enumerated() {
      if seen.isDisjoint(with: [candidate.first, candidate.second]) {
        seen.formUnion([candidate.first, candidate.second])
        first.append(rank)
      } else {
        second.append(rank)
      }
    }
    return (first + second).prefix(limit).sorted().map { candidates[$0] }
  }

  private static func place(_ help: Help, in network: Network) -> String? {
    let towns = [help.need, help.offer].compactMap { network.contact($0.person.id)?.place?.label }
    switch help.distance {
    case .unknown: return nil
    case .town: return towns.first.map { "both in \($0)" }
    case .region, .country, .abroad:
      guard towns.count == 2 else { return nil }
      return towns[0] == towns[1] ? "both in \(towns[0])" : "in \(towns[0]) and in \(towns[1])"
    }
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
