import ArgumentParser
import Foundation
import Matchmaking
import NetworkStore

/// `linkup why`: explains one pair.
struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Explain why two contacts are proposed to each other, or why not.",
    discussion: """
      Shows the score as a tree whose parts multiply to the value above them, every match between the two, and \
      for a pair that isn't proposed what stands in the way: that they know each other, that one declined, that \
      nothing is relevant enough and which needs and offers are paused or lapsed, or that others took up what \
      capacity there was.

      EXAMPLES
        linkup why "Marc Delpech" nadia
        linkup why claire marc --format json
      """)

  @Argument(help: ArgumentHelp("A contact: id, mail address, name or part of it.", valueName: "a"))
  var one: String

  @Argument(help: ArgumentHelp("Another contact.", valueName: "b"))
  var other: String

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var threads: ThreadsOption
  @OptionGroup var model: ModelOption
  @OptionGroup var network: NetworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let engine = try network.engine(asOf: asOf.day, model: model.load(), threads: threads.count)
    let network = engine.network
    let (one, other) = (try network.contact(who: one), try network.contact(who: other))
    guard let assessment = engine.assessment(of: one.id, and: other.id) else { return }
    let verdict = Verdict(assessment, of: one.id, and: other.id, engine: engine, threads: threads.count)
    try VerdictWriter(network: network, options: output).write(verdict)
  }
}
