public import Matchmaking

/// The week's few best opportunities for whoever keeps a network, written down once and rendered in any
/// format.
///
/// It is for the host's eyes: private listings are in it, marked as private. A contact's notes never are.
///
/// ```swift
/// let report = Report(engine, week: Week(containing: engine.asOf))
/// print(PlainText.render(report))
/// ```
public struct Report: Hashable, Sendable {
  /// The week that the report is for.
  public let week: Week
  /// The day as of which listings were current and fresh.
  public let asOf: Day
  /// Whose report it is; nil if the network has no host.
  public let host: Person?
  /// Link up, supply, ask; link up alone without a host.
  public let sections: [Section]
  /// How to name a host; nil if there is one.
  public let advice: Advice?

  /// Gathers the week's opportunities.
  ///
  /// - Parameters:
  ///   - engine: who is matched, as of which day.
  ///   - week: the week that the report is for.
  ///   - budget: how many opportunities a section may have.
  ///   - threads: how many threads search; the report is the same for every number.
  /// - Complexity: that of `MatchEngine.matching(threads:)`, and one search for each listing of the host.
  public init(_ engine: MatchEngine, week: Week, budget: Budget = .standard, threads: Int = 1) {
    self.week = week
    asOf = engine.asOf
    let linkUp = LinkUp.section(engine, limit: budget.linkUp, threads: threads)
    guard let id = engine.network.host else {
      host = nil
      sections = [linkUp]
      advice = Advice(
        "The network has no host, so nobody to help or to ask is listed here.",
        remedy: "Name yourself", command: ShellCommand("add", options: ["--host"], operands: ["NAME"]))
      return
    }
    let host = Person(id, in: engine.network)
    // Each contact is one candidate at most, so there are no more of them than contacts.
    let candidates = engine.candidates(for: id, limit: engine.network.contacts.count)
    self.host = host
    sections = [
      linkUp,
      Supply.section(engine, host: host, candidates: candidates, limit: budget.supply),
      Ask.section(engine, host: host, candidates: candidates, limit: budget.ask),
    ]
    advice = nil
  }
}
