internal import Matchmaking

/// A contact who offers what the host needs.
enum Ask {
  /// The contacts whom the host can ask, best first.
  ///
  /// - Parameter others: who is on the page already; others are put before them.
  static func section(
    _ desk: Desk, host: Contact.ID, candidates: [Candidate], besides others: Set<Contact.ID>
  ) -> Section {
    let all = Help.taken(by: host, from: candidates).map { opportunity($0, host: host, desk) }
    return Section(
      .ask, of: all, desk, limit: desk.budget.ask,
      command: .match(desk.person(host), total: candidates.count), ifEmpty: advice(desk, host: host)
    ) { all, limit in
      let isNew = all.map { others.isDisjoint(with: $0.people.map(\.id)) }
      let ranks = all.indices.filter { isNew[$0] } + all.indices.filter { !isNew[$0] }
      return ranks.prefix(limit).sorted().map { all[$0] }
    }
  }

  private static func opportunity(_ help: Help, host: Contact.ID, _ desk: Desk) -> Opportunity {
    let giver = desk.person(help.offer.contact)
    var ask = Opportunity(
      kind: .ask, people: [giver], reason: help.candidate.isSwap ? .helpAndBack : .help,
      quotes: [desk.quote(help.need), desk.quote(help.offer)], groups: help.groups,
      towns: desk.towns([giver.id, host]), score: help.score,
      commands: [.log(giver), .why(desk.person(host), giver)],
      letter: desk.letter(to: giver.id) { wording, name in
        wording.asking(
          name, offer: help.offer.visibility == .private ? nil : help.offer.quotable,
          need: help.need.visibility == .private ? nil : help.need.quotable)
      })
    if let path = desk.engine.path(from: host, to: giver.id), path.degrees > 1 {
      let via = desk.person(path.contacts[1])
      ask.via = via
      // A letter to a stranger is what this page is to spare the reader.
      ask.letter = desk.letter(to: via.id) { wording, name in
        wording.askingThrough(
          name, other: giver.name, offer: help.offer.visibility == .private ? nil : help.offer.quotable)
      }
    }
    return ask
  }

  private static func advice(_ desk: Desk, host: Contact.ID) -> Advice {
    guard desk.hasCurrent(.need, of: { $0 == host }) else {
      return Advice(.ownNeedsUnknown, ShellCommand("need", operands: [host.rawValue, "TEXT"]))
    }
    return .moreOffers(.nobodyOffersOwn)
  }
}
