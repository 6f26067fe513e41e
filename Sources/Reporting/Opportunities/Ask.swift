internal import Matchmaking

/// A contact who offers what the host needs.
enum Ask {
  /// The contacts whom the host can ask, best first.
  static func section(_ engine: MatchEngine, host: Person, candidates: [Candidate], limit: Int) -> Section {
    let network = engine.network
    let all = Help.taken(by: host.id, from: candidates, in: network)
    return Section(
      .ask, title: "Ask: they have what you need",
      all.prefix(limit).map { opportunity($0, host: host, in: network) },
      total: all.count, command: .match(host, total: candidates.count), ifEmpty: advice(engine, host: host))
  }

  private static func opportunity(_ help: Help, host: Person, in network: Network) -> Opportunity {
    let giver = help.offer.person
    let back = help.candidate.isSwap ? ", and you have something to give in return" : ""
    return Opportunity(
      kind: .ask, people: [giver], reason: "\(help.claim)\(back).", quotes: [help.need, help.offer],
      groups: help.groups,
      place: network.contact(giver.id)?.place?.phrase(seenFrom: network.contact(host.id)?.place),
      score: help.score, commands: [.why(host, giver)])
  }

  private static func advice(_ engine: MatchEngine, host: Person) -> Advice {
    guard engine.hasCurrent(.need, of: { $0 == host.id }) else {
      return Advice(
        "What you need isn't known yet.", remedy: "Say what you are looking for",
        command: ShellCommand("need", operands: [host.id.rawValue, "TEXT"]))
    }
    return .moreOffers("Nobody offers what you need this week, as far as is known.")
  }
}
