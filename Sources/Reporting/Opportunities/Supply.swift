internal import Matchmaking

/// A contact who needs what the host offers.
enum Supply {
  /// The contacts whom the host can help, best first.
  static func section(_ engine: MatchEngine, host: Person, candidates: [Candidate], limit: Int) -> Section {
    let network = engine.network
    let all = Help.given(by: host.id, to: candidates, in: network)
    return Section(
      .supply, title: "Supply: you have what they need",
      all.prefix(limit).map { opportunity($0, host: host, in: network) },
      total: all.count, command: .match(host, total: candidates.count), ifEmpty: advice(engine, host: host))
  }

  private static func opportunity(_ help: Help, host: Person, in network: Network) -> Opportunity {
    let taker = help.need.person
    let back = help.candidate.isSwap ? ", and there is something in it for you" : ""
    return Opportunity(
      kind: .supply, people: [taker], reason: "\(help.claim)\(back).", quotes: [help.need, help.offer],
      groups: help.groups,
      place: network.contact(taker.id)?.place?.phrase(seenFrom: network.contact(host.id)?.place),
      score: help.score, commands: [.why(host, taker)])
  }

  private static func advice(_ engine: MatchEngine, host: Person) -> Advice {
    guard engine.hasCurrent(.offer, of: { $0 == host.id }) else {
      return Advice(
        "What you offer isn't known yet.", remedy: "Say what you can do for people",
        command: ShellCommand("offer", operands: [host.id.rawValue, "TEXT"]))
    }
    return .moreNeeds("Nobody needs what you offer this week, as far as is known.")
  }
}
