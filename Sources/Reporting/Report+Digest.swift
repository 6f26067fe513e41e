public import Matchmaking

extension Report {
  /// A digest for one contact: what others offer it and need from it, what it was asked, and which of its listings to check.
  ///
  /// Only what this contact may see is in it. Another's listing is there without its owner's name unless it is public, and a
  /// private one isn't there at all, not even this contact's own, which may be the host's words. Who is to answer learns the
  /// other's name once that one has agreed. Groups, places, scores and short names are left out, since they could tell who
  /// somebody is. Each entry has a letter to the host.
  ///
  /// - Parameters:
  ///   - id: whose digest it is.
  ///   - engine: who is matched, as of which day.
  ///   - week: the week that the digest is for.
  ///   - budget: how many opportunities a section may have.
  ///   - history: what the contact's digests showed before, and this week's.
  ///   - blindWords: what others may read, learned once for many digests; nil to learn it here.
  /// - Returns: nil if the contact is not in the network.
  /// - Complexity: one search for each listing of the contact.
  public init?(
    for id: Contact.ID, of engine: MatchEngine, week: Week, budget: Budget = .standard,
    history: History = History(), blindWords: BlindWords? = nil
  ) {
    guard let contact = engine.network.contact(id) else { return nil }
    let desk = Desk(
      engine: engine, week: week, budget: budget, history: history, reader: id,
      blindWords: blindWords ?? BlindWords(engine.network))
    let host = engine.network.host.flatMap(engine.network.contact)
    self.week = week
    asOf = engine.asOf
    self.host = desk.person(id)
    sender = host.map { desk.person($0.id) }
    replyTo = host?.emails.first { Letter.isAddress($0) }
    language = Language(preferredBy: contact.languages)
    advice = nil
    // Many more than are shown: some have nothing but private words, and all may be of one kind.
    let candidates = engine.candidates(for: id, limit: 8 * (budget.ask + budget.supply))
    func section(_ kind: Opportunity.Kind, limit: Int) -> Section {
      let all = candidates.compactMap { candidate in
        Self.opportunity(candidate, kind, for: contact, host: host, desk)
      }
      return Section(kind, of: all, desk, limit: limit)
    }
    let asked = engine.network.introductions.compactMap {
      Self.question($0, for: contact, host: host, desk)
    }
    sections = [
      Section(.followUp, of: asked, desk, limit: budget.others),
      section(.ask, limit: budget.ask), section(.supply, limit: budget.supply),
      Section(
        .stale,
        of: Stale.opportunities(
          desk, among: engine.currentListings(of: id).filter { $0.visibility != .private }),
        desk, limit: budget.others),
    ].filter { !$0.opportunities.isEmpty }.map(\.withoutCommands)
  }

  /// The best match between two open listings in which the contact takes or gives.
  private static func opportunity(
    _ candidate: Candidate, _ kind: Opportunity.Kind, for contact: Contact, host: Contact?, _ desk: Desk
  ) -> Opportunity? {
    let match = candidate.matches.first { match in
      let (mine, theirs) = kind == .ask ? (match.need, match.offer) : (match.offer, match.need)
      return mine.contact == contact.id
        && [mine, theirs].allSatisfy { $0.listing.map { $0.visibility != .private } ?? false }
    }
    guard let need = match?.need.listing, let offer = match?.offer.listing else { return nil }
    let theirs = kind == .ask ? offer : need
    let other = Person(
      theirs.contact, in: desk.network, reader: contact.id, isHidden: theirs.visibility != .public)
    let me = desk.person(contact.id)
    guard
      let words = desk.blindWords.of(
        theirs, by: desk.network.contact(theirs.contact), isOpen: !other.isHidden)
    else { return nil }
    let quotes =
      kind == .ask
      ? [Quote(need, by: me), Quote(offer, by: other, saying: words)]
      : [Quote(need, by: other, saying: words), Quote(offer, by: me)]
    return Opportunity(
      kind: kind, people: [other], reason: .help, quotes: quotes, groups: [], towns: [], score: nil,
      commands: [],
      letter: letter(from: contact, to: host, desk) { wording, name in wording.wishing(name, words) })
  }

  /// What the contact was asked about an introduction and hasn't answered.
  private static func question(
    _ introduction: Introduction, for contact: Contact, host: Contact?, _ desk: Desk
  ) -> Opportunity? {
    let settings = desk.engine.settings
    guard introduction.awaited == contact.id, introduction.day <= desk.engine.asOf,
      introduction.state(asOf: desk.engine.asOf, lapsingAfter: settings.lapseAfter).isOpen
    else { return nil }
    let listings = (introduction.subject.map { [$0.need, $0.offer] } ?? []).compactMap(desk.network.listing)
      .filter { $0.visibility != .private }
    let id = introduction.other(than: contact.id)
    let isPublic = listings.contains { $0.contact == id && $0.visibility == .public }
    let other = Person(
      id, in: desk.network, reader: contact.id, isHidden: introduction.state == .askedFirst && !isPublic)
    return Opportunity(
      kind: .followUp, people: [other], reason: .awaited(desk.person(contact.id), since: introduction.day),
      quotes: listings.compactMap { listing in
        guard listing.contact == id else { return Quote(listing, by: desk.person(contact.id)) }
        let words = desk.blindWords.of(listing, by: desk.network.contact(id), isOpen: !other.isHidden)
        return words.map { Quote(listing, by: other, saying: $0) }
      }, groups: [],
      towns: [],
      score: nil, commands: [],
      letter: letter(from: contact, to: host, desk) { wording, name in wording.agreeing(name) })
  }

  /// A letter to the host, in the contact's own language, since it is the contact who writes.
  private static func letter(
    from contact: Contact, to host: Contact?, _ desk: Desk,
    _ words: (any Wording, _ name: String) -> (subject: String, body: [String])
  ) -> Letter? {
    guard let host else { return nil }
    let (subject, body) = words(
      Language(preferredBy: contact.languages).wording, desk.person(host.id).name)
    return Letter(
      to: [host.id], subject: subject.legible(limit: 120),
      body: (body + [desk.person(contact.id).name]).joined(separator: "\n\n"), in: desk.network)
  }
}
