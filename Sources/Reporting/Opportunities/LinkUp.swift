internal import Matchmaking

/// Two contacts, or a ring of three, whom the reader can introduce to each other.
enum LinkUp {
  /// The week's introductions within everyone's capacity, the host left aside.
  static func section(_ desk: Desk, _ matching: Matching) -> Section {
    var introductions =
      matching.candidates.compactMap { opportunity($0, desk) } + matching.rings.map { opportunity($0, desk) }
    introductions += standing(desk, besides: Set(introductions.map(\.key)))
    let best = introductions.enumerated().sorted {
      let (one, other) = ($0.element.score ?? 0, $1.element.score ?? 0)
      return one != other ? one > other : $0.offset < $1.offset
    }.map(\.element)
    return Section(
      .linkUp, of: best, desk, limit: desk.budget.linkUp, command: .match(nil, total: best.count),
      ifEmpty: advice(desk, isFull: !matching.cutOff.isEmpty), pick: spread
    ).map { withLetter($0, desk) }
  }

  /// Introductions that this week's page has shown and that may be made still, though today's matching would choose others.
  private static func standing(_ desk: Desk, besides known: Set<String>) -> [Opportunity] {
    desk.history.thisWeek(.linkUp).filter { !known.contains($0.key) }.compactMap { shown in
      let people = Opportunity.parts(ofKey: shown.key).dropFirst().prefix(2).map { Contact.ID($0) }
      guard people.count == 2,
        let assessment = desk.engine.assessment(of: people[0], and: people[1]), assessment.exclusions.isEmpty
      else { return nil }
      return assessment.candidate.flatMap { opportunity($0, desk) }.flatMap { $0.key == shown.key ? $0 : nil }
    }
  }

  private static func opportunity(_ candidate: Candidate, _ desk: Desk) -> Opportunity? {
    guard let taker = candidate.matches.first?.need.contact, let help = Help(candidate, to: taker) else {
      return nil
    }
    let back = Help(candidate, to: candidate.other(than: taker))
    let people = [desk.person(taker), desk.person(help.offer.contact)]
    return Opportunity(
      kind: .linkUp, people: people, reason: back == nil ? .help : .swap,
      quotes: ([help.need, help.offer] + (back.map { [$0.need, $0.offer] } ?? [])).map(desk.quote),
      groups: help.groups, towns: desk.towns(people.map(\.id)), score: help.score,
      commands: [.introduce(people[0], people[1]), .why(people[0], people[1])])
  }

  private static func opportunity(_ ring: Ring, _ desk: Desk) -> Opportunity {
    let people = ring.members.map(desk.person)
    return Opportunity(
      kind: .linkUp, people: people, reason: .ring,
      quotes: ring.matches.flatMap { [$0.need, $0.offer] }.compactMap(\.listing).map(desk.quote), groups: [],
      towns: [], score: ring.score,
      commands: [ShellCommand.introduce, ShellCommand.why].flatMap { command in
        people.indices.map { command(people[$0], people[($0 + 1) % people.count]) }
      })
  }

  /// Adds the letter that asks the first, also of a ring; it doesn't name the next.
  private static func withLetter(_ opportunity: Opportunity, _ desk: Desk) -> Opportunity {
    guard opportunity.people.count >= 2, opportunity.quotes.count >= 2 else { return opportunity }
    let introduction = Introduction(
      opportunity.people[0].id, opportunity.people[1].id, state: .askedFirst, day: desk.engine.asOf,
      subject: Introduction.Subject(need: opportunity.quotes[0].id, offer: opportunity.quotes[1].id),
      asked: opportunity.people[0].id)
    var opportunity = opportunity
    opportunity.letter = IntroductionDraft(for: introduction, in: desk.network, desk.blindWords).map {
      Letter(to: $0.to, subject: $0.subject, body: $0.body, in: desk.network)
    }
    return opportunity
  }

  /// The best introductions, nobody in two of them unless there are too few others; still best first. Where there are more
  /// than fit, the last one is a long shot: two with no group in common.
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
    let ranks = first + second
    guard limit > longShotFrom, ranks.count > limit else {
      return ranks.prefix(limit).sorted().map { introductions[$0] }
    }
    let chosen = ranks.prefix(limit - 1).sorted()
    let others = first.dropFirst(limit - 1).filter {
      introductions[$0].groups.isEmpty && introductions[$0].reason == .help
    }
    guard !others.isEmpty else { return ranks.prefix(limit).sorted().map { introductions[$0] } }
    // The best of them: what was shown is not shown again soon, so that another one comes each week.
    var longShot = introductions[others[others.startIndex]]
    longShot.reason = .longShot
    return chosen.map { introductions[$0] } + [longShot]
  }

  /// A page of fewer introductions has no room for a long shot.
  private static let longShotFrom = 3

  private static func advice(_ desk: Desk, isFull: Bool) -> Advice {
    if isFull { return Advice(.everybodyIsFull, .match(nil, total: 0)) }
    func isKnown(_ kind: Listing.Kind) -> Bool { desk.hasCurrent(kind) { $0 != desk.network.host } }
    guard isKnown(.need) else { return .moreNeeds(.noNeedsKnown) }
    guard isKnown(.offer) else { return .moreOffers(.noOffersKnown) }
    return .moreNeeds(.noFit)
  }
}
