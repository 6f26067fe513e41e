internal import Matchmaking

/// Somebody who has gone quiet, with a reason to get in touch.
enum CheckIn {
  /// Contacts of whom the host has heard nothing for longer than usual between the two, and to whom there is something to say:
  /// a match with the host, or a need that is newer than the last word. Those furthest beyond their rhythm first.
  ///
  /// - Parameter others: who is on the page already with a reason to get in touch; once is enough.
  static func section(
    _ desk: Desk, host: Contact.ID, candidates: [Candidate], besides others: Set<Contact.ID>
  ) -> Section {
    let days = daysOfContact(desk, host: host)
    let byContact = Dictionary(candidates.map { ($0.other(than: host), $0) }) { first, _ in first }
    let needs = Dictionary(
      grouping: desk.network.listings.filter { $0.kind == .need && $0.isCurrent(asOf: desk.engine.asOf) },
      by: \.contact)
    let found = days.compactMap { id, days -> (over: Double, opportunity: Opportunity)? in
      guard let last = days.last else { return nil }
      let usual = rhythm(days, with: id, desk, host: host)
      let quiet = desk.engine.asOf.number - last.number
      guard Double(quiet) > 1.5 * Double(usual) else { return nil }
      let help = byContact[id].flatMap { candidate in
        Help.given(by: host, to: [candidate]).first ?? Help.taken(by: host, from: [candidate]).first
      }
      let news = needs[id]?.filter { $0.since.map { $0 > last } ?? false }.min { $0.id < $1.id }
      let reasons = help.map { [$0.need, $0.offer] } ?? news.map { [$0] } ?? []
      guard !reasons.isEmpty else { return nil }
      let opportunity = Opportunity(
        kind: .checkIn, people: [desk.person(id)], reason: .quiet(since: last, usual: usual),
        quotes: reasons.map(desk.quote), groups: help?.groups ?? [], towns: [], score: nil,
        commands: [.log(desk.person(id))],
        letter: desk.letter(to: id) { wording, name in
          let theirs = reasons.first { $0.contact == id && $0.visibility != .private }
          return wording.gettingInTouch(name, theirs.map { ($0.kind, $0.quotable) })
        })
      return (Double(quiet) / Double(usual), opportunity)
    }
    let sorted = found.sorted {
      $0.over != $1.over ? $0.over > $1.over : $0.opportunity.people[0].id < $1.opportunity.people[0].id
    }
    let shown = Set(desk.history.thisWeek(.checkIn).map(\.key))
    let all = sorted.map(\.opportunity).filter { shown.contains($0.key) || !others.contains($0.people[0].id) }
    return Section(.checkIn, of: all, desk, limit: desk.budget.others)
  }

  /// The days on which the host and each contact were in touch, rising.
  private static func daysOfContact(_ desk: Desk, host: Contact.ID) -> [Contact.ID: [Day]] {
    let today = desk.engine.asOf
    var days: [Contact.ID: [Day]] = [:]
    for interaction in desk.network.interactions
    where interaction.day <= today && [interaction.first, interaction.second].contains(host) {
      let other = interaction.first == host ? interaction.second : interaction.first
      days[other, default: []].append(interaction.day)
    }
    for contact in desk.network.contacts {
      if let last = contact.lastContact, last <= today, contact.id != host {
        days[contact.id, default: []].append(last)
      }
    }
    return days.mapValues { $0.sorted() }
  }

  /// The usual number of days between two words: the median of what was, or what the kind of tie lets expect.
  private static func rhythm(
    _ days: [Day], with id: Contact.ID, _ desk: Desk, host: Contact.ID
  ) -> Int {
    let gaps = zip(days, days.dropFirst()).map { $1.number - $0.number }.filter { $0 > 0 }.sorted()
    if gaps.count >= 2 { return max(7, gaps[gaps.count / 2]) }
    let tie = desk.network.ties.first {
      [$0.first, $0.second].contains(host) && [$0.first, $0.second].contains(id)
    }
    return switch tie?.kind {
    case .kin, .friend: 30
    case .colleague: 60
    case .acquaintance, nil: 90
    }
  }
}
