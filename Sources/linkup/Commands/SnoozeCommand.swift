import ArgumentParser
import Matchmaking
import NetworkStore

/// `linkup snooze`: what the report need not show.
struct SnoozeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Show an opportunity of the report no more for some weeks.",
    discussion: """
      ID is the short name of something that a report has shown; linkup report shows it behind each. What was shown \
      and hasn't changed rests for four weeks by itself; what is snoozed rests however it changes.

      EXAMPLES
        linkup snooze k3n7wq2a
        linkup snooze k3n7wq2a --weeks 26
        linkup snooze k3n7wq2a --undo
      """)

  @Argument(help: ArgumentHelp("What the report showed, by its short name.", valueName: "id"))
  var id: String

  @Option(help: "For how many weeks, 1 to 520.")
  var weeks = 12

  @Flag(help: "Let reports show it again.")
  var undo = false

  func validate() throws {
    if !(1...520).contains(weeks) { throw ValidationError("--weeks is \(weeks); it must be 1…520.") }
  }

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var network: NetworkOptions

  func run() throws {
    if undo { return try network.unsilence(id) }
    let until = asOf.day.adding(days: 7 * weeks)
    try network.silence(id, until: until, saying: "not before \(until)")
  }
}
