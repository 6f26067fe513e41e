import ArgumentParser
import Matchmaking

/// `linkup done`: what came of an introduction.
struct DoneCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "done",
    abstract: "Record what came of an introduction.",
    discussion: """
      helped if one helped the other, met if they met and no more came of it so far, nothing if nothing did. \
      Outcomes count for later scores of the same need and offer, and 'linkup calibrate' learns from them.

      EXAMPLES
        linkup done marc nadia helped
        linkup done marc nadia nothing --because "she had found somebody"
      """)

  enum Outcome: String, ExpressibleByArgument, CaseIterable {
    case helped, met, nothing

    var state: Introduction.State {
      switch self {
      case .helped: .helped
      case .met: .met
      case .nothing: .nothing
      }
    }
  }

  @Argument(help: ArgumentHelp("A contact: id, mail address, name or part of it.", valueName: "a"))
  var one: String

  @Argument(help: ArgumentHelp("The other one.", valueName: "b"))
  var other: String

  @Argument(help: "helped, met or nothing.")
  var outcome: Outcome

  @Option(help: ArgumentHelp("More about it, in your own private words.", valueName: "text"))
  var because: String?

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var network: NetworkOptions

  func run() throws {
    try network.step(one, other, asOf: asOf.day) { introduction, _, _ in
      try introduction.ended(outcome.state, because: because, on: asOf.day)
    }
  }
}
