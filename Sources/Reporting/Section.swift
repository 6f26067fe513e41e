/// The opportunities of one kind, best first, within the budget.
public struct Section: Hashable, Sendable {
  /// What its opportunities are.
  public let kind: Opportunity.Kind
  /// The heading, in plain words.
  public let title: String
  /// The best ones; nobody is in two of them as long as there are others to name.
  public let opportunities: [Opportunity]
  /// How many there are in all, those beyond the budget included.
  public let total: Int
  /// The command that shows all of them.
  public let command: ShellCommand
  /// Why there is none, and what would help; nil if there is one.
  public let advice: Advice?

  init(
    _ kind: Opportunity.Kind, title: String, _ opportunities: [Opportunity], total: Int,
    command: ShellCommand, ifEmpty advice: @autoclosure () -> Advice
  ) {
    self.kind = kind
    self.title = title
    self.opportunities = opportunities
    self.total = total
    self.command = command
    self.advice = total == 0 ? advice() : nil
  }
}
