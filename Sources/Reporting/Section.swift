/// The opportunities of one kind, best first, within the budget.
public struct Section: Hashable, Sendable {
  /// What its opportunities are.
  public let kind: Opportunity.Kind
  /// The best ones that are not to be kept back.
  public private(set) var opportunities: [Opportunity]
  /// How many there are in all: those beyond the budget, and those shown lately, included.
  public private(set) var total: Int
  /// The command that shows all of them; nil where there is none.
  public let command: ShellCommand?
  /// Why there is none, and what would help; nil if there is one.
  public let advice: Advice?

  /// Takes the best of all opportunities, best first.
  ///
  /// - Parameter pick: chooses among those that may be shown.
  init(
    _ kind: Opportunity.Kind, of all: [Opportunity], history: History, limit: Int,
    command: ShellCommand? = nil,
    ifEmpty advice: @autoclosure () -> Advice? = nil,
    pick: ([Opportunity]) -> [Opportunity]
  ) {
    self.kind = kind
    opportunities = pick(all.compactMap(history.admitted))
    total = all.count
    self.command = command
    self.advice = all.isEmpty ? advice() : nil
  }

  init(
    _ kind: Opportunity.Kind, of all: [Opportunity], history: History, limit: Int,
    command: ShellCommand? = nil,
    ifEmpty advice: @autoclosure () -> Advice? = nil
  ) {
    self.init(kind, of: all, history: history, limit: limit, command: command, ifEmpty: advice()) {
      Array($0.prefix(limit))
    }
  }

  /// The section for somebody who can't type commands.
  var withoutCommands: Section {
    var section = self
    section.opportunities = opportunities.map(\.withoutCommands)
    section.total = opportunities.count
    return section
  }
}
