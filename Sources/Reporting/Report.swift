public import Matchmaking

/// The week's few best opportunities for whoever keeps a network, written down once and rendered in any
/// format and language.
///
/// It is for the host's eyes: private listings are in it, marked as private. A contact's notes never are.
///
/// ```swift
/// let report = Report(engine, week: Week(containing: engine.asOf))
/// print(PlainText.render(Page(report)))
/// ```
public struct Report: Hashable, Sendable {
  /// The week that the report is for.
  public let week: Week
  /// The day as of which listings were current and fresh.
  public let asOf: Day
  /// Whose report it is; nil if the network has no host.
  public let host: Person?
  /// The host's mail address, for a digest, whose reader answers by it; nil for the host's own report, or if it has none.
  public let replyTo: String?
  /// Who writes, for a digest; nil for the host's own report.
  public let sender: Person?
  /// The language that its reader prefers.
  public let language: Language
  /// What there is to do. Link up, supply and ask are always there, the first alone without a host; the others where they
  /// have something to say.
  public internal(set) var sections: [Section]
  /// How to name a host; nil if there is one.
  public let advice: Advice?

  /// Gathers the week's opportunities.
  ///
  /// - Parameters:
  ///   - engine: who is matched, as of which day.
  ///   - week: the week that the report is for.
  ///   - budget: how many opportunities a section may have.
  ///   - history: what was shown before and is not to be repeated.
  ///   - threads: how many threads search; the report is the same for every number.
  /// - Complexity: that of `MatchEngine.matching(threads:)`, and one search for each listing of the host.
  public init(
    _ engine: MatchEngine, week: Week, budget: Budget = .standard, history: History = History(),
    threads: Int = 1
  ) {
    self.week = week
    (sender, replyTo) = (nil, nil)
    asOf = engine.asOf
    let host = engine.network.host
    let desk = Desk(
      engine: engine, week: week, budget: budget, history: history, reader: host,
      blindWords: BlindWords(engine.network))
    let matching = engine.matching(threads: threads)
    self.host = host.map(desk.person)
    language = Language(preferredBy: host.flatMap(engine.network.contact)?.languages ?? [])
    let linkUp = LinkUp.section(desk, matching)
    let others = [FollowUp.section(desk), Thank.section(desk)]
    let last = [Stale.section(desk), Unmet.section(desk, matching)]
    guard let host else {
      sections = [linkUp] + (others + last).filter { !$0.isEmpty }
      advice = Advice(.noHost, ShellCommand("add", options: ["--host"], operands: ["NAME"]))
      return
    }
    // Each contact is one candidate at most, so there are no more of them than contacts.
    let candidates = engine.candidates(for: host, limit: engine.network.contacts.count)
    let supply = Supply.section(desk, host: host, candidates: candidates)
    let ask = Ask.section(desk, host: host, candidates: candidates, besides: supply.people)
    let checkIn = CheckIn.section(
      desk, host: host, candidates: candidates, besides: supply.people.union(ask.people))
    sections =
      [linkUp, supply, ask]
      + (others + [checkIn, FindOut.section(desk, host: host)] + last).filter { !$0.isEmpty }
    advice = nil
  }

  /// The report with one section alone, as far as there is one.
  public func only(_ kind: Opportunity.Kind) -> Report {
    var report = self
    report.sections.removeAll { $0.kind != kind }
    return report
  }

  /// The report with each section rewritten; those that are empty then are left out.
  func mapSections(_ change: (Section) -> Section) -> Report {
    var report = self
    report.sections = sections.map(change).filter { !$0.isEmpty }
    return report
  }
}
