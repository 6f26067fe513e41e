internal import Matchmaking

/// The opportunities of one kind, best first, within the budget.
public struct Section: Hashable, Sendable {
  /// What its opportunities are.
  public let kind: Opportunity.Kind
  /// The best ones that are not to be kept back; those that this week's page has shown stay in their places.
  public private(set) var opportunities: [Opportunity]
  /// What this week's page has shown and is no longer there to do.
  public private(set) var settled: [Settled]
  /// How many there are in all: those beyond the budget, and those shown lately, included.
  public private(set) var total: Int
  /// The command that shows all of them.
  public let command: ShellCommand
  /// Why there is none, and what would help; nil if there is one.
  public let advice: Advice?

  /// Takes the best of all opportunities, best first, beside those that this week's page has shown.
  ///
  /// What was settled leaves no room for others: a week asks no more of its reader than Monday's page did.
  ///
  /// - Parameter pick: chooses so many at most among those that the page hasn't shown yet.
  init(
    _ kind: Opportunity.Kind, of all: [Opportunity], _ desk: Desk, limit: Int, command: ShellCommand? = nil,
    ifEmpty advice: @autoclosure () -> Advice? = nil,
    pick: ([Opportunity], _ limit: Int) -> [Opportunity] = { Array($0.prefix($1)) }
  ) {
    self.kind = kind
    let known = desk.history.thisWeek(kind)
    let places = Dictionary(known.enumerated().map { ($1.key, $0) }) { first, _ in first }
    var kept: [(place: Int, opportunity: Opportunity)] = []
    var others: [Opportunity] = []
    for opportunity in all.compactMap(desk.history.admitted) {
      if let place = places[opportunity.key] {
        kept.append((place, opportunity))
      } else {
        others.append(opportunity)
      }
    }
    kept.sort { $0.place < $1.place }
    opportunities = kept.map(\.opportunity) + pick(others, max(0, limit - known.count))
    let isThere = Set(kept.map(\.place))
    settled = known.indices.filter { !isThere.contains($0) }.map { desk.settled(known[$0]) }
    total = all.count
    self.command = command ?? .all(kind)
    self.advice = all.isEmpty && settled.isEmpty ? advice() : nil
  }

  /// Whom its opportunities are about.
  var people: Set<Contact.ID> { Set(opportunities.flatMap { $0.people.map(\.id) }) }

  /// Whether there is nothing to tell.
  var isEmpty: Bool { opportunities.isEmpty && settled.isEmpty }

  /// The section with each opportunity rewritten.
  func map(_ change: (Opportunity) -> Opportunity) -> Section {
    var section = self
    section.opportunities = opportunities.map(change)
    return section
  }

  /// The section with some of its opportunities alone.
  func filter(_ isKept: (Opportunity) -> Bool) -> Section {
    var section = self
    section.opportunities = opportunities.filter(isKept)
    return section
  }

  /// The section for somebody who can't type commands and has recorded nothing himself.
  var withoutCommands: Section {
    var section = map(\.withoutCommands)
    section.total = opportunities.count
    section.settled = []
    return section
  }
}
