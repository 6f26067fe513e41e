import ArgumentParser
import Interchange
import Matchmaking
import NetworkStore

/// `linkup thank`: somebody acknowledged a favour.
struct ThankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "thank",
    abstract: "Record that somebody thanked somebody for a favour.",
    discussion: """
      Who has been thanked by several people is trusted more. The same thanks on one day count once.

      EXAMPLES
        linkup thank marc nadia --for "the accounts"
      """)

  @Argument(help: ArgumentHelp("Who thanked: id, mail address, name or part of it.", valueName: "who"))
  var from: String

  @Argument(help: ArgumentHelp("Who was thanked.", valueName: "whom"))
  var to: String

  @Option(name: .customLong("for"), help: ArgumentHelp("What for.", valueName: "text"))
  var favour: String?

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var network: NetworkOptions

  func run() throws {
    if let favour { try FieldLimit.text.check(favour, of: "--for") }
    let line = try NetworkStore(path: network.path, access: .editing).update { network in
      let (from, to) = (try network.contact(who: from), try network.contact(who: to))
      guard from.id != to.id else { throw Failure("nobody thanks himself: both are '\(from.id)'") }
      let thanks = Thanks(from: from.id, to: to.id, day: asOf.day, favour: favour)
      let next = try network.with(thanks: network.thanks + [thanks])
      let thankers = Set(next.thanks.filter { $0.to == to.id }.map(\.from)).count
      return (
        next,
        "\(to.name.terminalSafe) has been thanked by \(thankers) \(thankers == 1 ? "person" : "people")"
      )
    }
    let output = StandardOutput()
    try output.line(line)
    try output.flush()
  }
}
