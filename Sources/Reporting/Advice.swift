/// What stands in place of opportunities that are missing: what is the case, and the command that would help.
public struct Advice: Hashable, Sendable {
  /// What is the case; the wording makes a sentence of it.
  public let finding: Finding
  /// The command that helps; words in capitals are for the reader to fill in.
  public let command: ShellCommand

  /// What is the case.
  public enum Finding: String, Hashable, Sendable, Codable, CaseIterable {
    case noHost, everybodyIsFull, noNeedsKnown, noOffersKnown, noFit, ownOffersUnknown, nobodyNeedsOwn,
      ownNeedsUnknown, nobodyOffersOwn
  }

  init(_ finding: Finding, _ command: ShellCommand) {
    self.finding = finding
    self.command = command
  }

  /// That more needs would help.
  static func moreNeeds(_ finding: Finding) -> Advice {
    Advice(finding, ShellCommand("need", operands: ["WHO", "TEXT"]))
  }

  /// That more offers would help.
  static func moreOffers(_ finding: Finding) -> Advice {
    Advice(finding, ShellCommand("offer", operands: ["WHO", "TEXT"]))
  }
}
