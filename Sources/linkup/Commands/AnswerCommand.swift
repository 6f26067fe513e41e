import ArgumentParser
import Matchmaking

/// `linkup answer`: somebody agrees to be introduced, or declines.
struct AnswerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer",
    abstract: "Record what somebody answered to an introduction.",
    discussion: """
      With a yes of the one who was asked first the other is asked; with a yes of both the introduction is made. \
      Either may decline at any time before. What follows is printed, with a draft to send. Why somebody declined \
      is for you alone: it counts against the same need and offer later, and 'linkup why' shows it.

      EXAMPLES
        linkup answer marc nadia yes
        linkup answer nadia marc no --because "no time before summer"
      """)

  enum Answer: String, ExpressibleByArgument, CaseIterable {
    case yes, no
  }

  @Argument(help: ArgumentHelp("Who answered: id, mail address, name or part of it.", valueName: "who"))
  var who: String

  @Argument(help: ArgumentHelp("The other one of the two.", valueName: "other"))
  var other: String

  @Argument(help: "yes or no.")
  var answer: Answer

  @Option(help: ArgumentHelp("Why, in your own private words.", valueName: "text"))
  var because: String?

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var network: NetworkOptions

  func run() throws {
    try network.step(who, other, asOf: asOf.day) { introduction, who, _ in
      try introduction.answered(by: who, yes: answer == .yes, because: because, on: asOf.day)
    }
  }
}
