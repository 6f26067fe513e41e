internal import Matchmaking

/// A contact who needs what the host offers.
enum Supply {
  /// The contacts whom the host can help, best first.
  static func section(_ desk: Desk, host: Contact.ID, candidates: [Candidate]) -> Section {
    let all = Help.given(by: host, to: candidates).map { opportunity($0, host: host, desk) }
    return Section(
      .supply, of: all, desk, limit: desk.budget.supply,
      command: .match(desk.person(host), total: candidates.count), ifEmpty: advice(desk, host: host))
  }

  private static func opportunity(_ help: Help, host: Contact.ID, _ desk: Desk) -> Opportunity {
    let taker = desk.person(help.need.contact)
    return Opportunity(
      kind: .supply, people: [taker], reason: help.candidate.isSwap ? .helpAndBack : .help,
      quotes: [desk.quote(help.need), desk.quote(help.offer)], groups: help.groups,
      towns: desk.towns([taker.id, host]), score: help.score,
      commands: [.log(taker), .why(desk.person(host), taker)],
      letter: desk.letter(to: taker.id) { wording, name in
        wording.offering(
          name, need: help.need.visibility == .private ? nil : help.need.quotable,
          offer: help.offer.visibility == .private ? nil : help.offer.quotable)
      })
  }

  private static func advice(_ desk: Desk, host: Contact.ID) -> Advice {
    guard desk.hasCurrent(.offer, of: { $0 == host }) else {
      return Advice(.ownOffersUnknown, ShellCommand("offer", operands: [host.rawValue, "TEXT"]))
    }
    return .moreNeeds(.nobodyNeedsOwn)
  }
}
