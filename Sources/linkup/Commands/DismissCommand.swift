import ArgumentParser
import Matchmaking
import NetworkStore

/// `linkup dismiss`: what the report need not show.
struct DismissCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismiss", abstract: "Never show an opportunity of the report again.",
    discussion: """
      ID is the short name of something that a report has shown; linkup report shows it behind each.

      EXAMPLES
        linkup dismiss k3n7wq2a
      """)

  @Argument(help: ArgumentHelp("What the report showed, by its short name.", valueName: "id"))
  var id: String

  @OptionGroup var network: NetworkOptions

  func run() throws {
    let output = StandardOutput()
    for shown in try network.shown(called: id) {
      try NetworkStore(path: network.path, access: .editing).silence(shown.opportunity, until: nil)
      try output.line("\(shown.title.terminalSafe): not again")
    }
    try output.flush()
  }
}
