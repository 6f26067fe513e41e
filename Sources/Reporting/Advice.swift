/// What stands in place of opportunities that are missing: what is the case, and what would help.
public struct Advice: Hashable, Sendable {
  /// What is the case, as a sentence.
  public let finding: String
  /// What would help, as the beginning of a sentence that the command ends.
  public let remedy: String
  /// The command that does it; words in capitals are for the reader to fill in.
  public let command: ShellCommand

  init(_ finding: String, remedy: String, command: ShellCommand) {
    self.finding = finding
    self.remedy = remedy
    self.command = command
  }

  /// That more needs would help.
  static func moreNeeds(_ finding: String) -> Advice {
    Advice(
      finding, remedy: "Heard what somebody needs? Note it",
      command: ShellCommand("need", operands: ["WHO", "TEXT"]))
  }

  /// That more offers would help.
  static func moreOffers(_ finding: String) -> Advice {
    Advice(
      finding, remedy: "Heard what somebody offers? Note it",
      command: ShellCommand("offer", operands: ["WHO", "TEXT"]))
  }
}
