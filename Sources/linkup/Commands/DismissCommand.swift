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
        linkup dismiss k3n7wq2a --undo
      """)

  @Argument(help: ArgumentHelp("What the report showed, by its short name.", valueName: "id"))
  var id: String

  @Flag(help: "Let reports show it again.")
  var undo = false

  @OptionGroup var network: NetworkOptions

  func run() throws {
    if undo { return try network.unsilence(id) }
    try network.silence(id, until: nil, saying: "not again")
  }
}
