import ArgumentParser
import Matchmaking
import NetworkStore

/// `linkup snooze`: what the report need not show.
struct SnoozeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snooze", abstract: "Show an opportunity of the report no more for some weeks.",
    discussion: """
      ID is the short name of something that a report has shown; linkup report shows it behind each.

      EXAMPLES
        linkup snooze k3n7wq2a
      """)

  @Argument(help: ArgumentHelp("What the report showed, by its short name.", valueName: "id"))
  var id: String

  @Option(help: "For how many weeks, 1 or more.")
  var weeks = 4

  func validate() throws {
    if weeks < 1 { throw ValidationError("--weeks is \(weeks); it must be 1 or more.") }
  }

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var network: NetworkOptions

  func run() throws {
    let output = StandardOutput()
    let until = asOf.day.adding(days: 7 * weeks)
    for shown in try network.shown(called: id) {
      try NetworkStore(path: network.path, access: .editing).silence(shown.opportunity, until: until)
      try output.line("\(shown.title.terminalSafe): not before \(until)")
    }
    try output.flush()
  }
}
