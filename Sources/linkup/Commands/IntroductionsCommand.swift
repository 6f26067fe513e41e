import ArgumentParser
import Matchmaking
import NetworkStore

/// `linkup introductions`: which introductions there are, and how far they have come.
struct IntroductionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "introductions",
    abstract: "List introductions and how far they have come.",
    discussion: """
      The latest step first. An open introduction of which nothing was heard for 30 days has lapsed; 'linkup \
      settings lapse-after' changes that.

      EXAMPLES
        linkup introductions --open
        linkup introductions marc
        linkup introductions --state declined --format csv
      """)

  @Argument(help: ArgumentHelp("Only those of this contact.", valueName: "who"))
  var who: String?

  @Flag(help: "Only those that wait for an answer, or for what came of them.")
  var open = false

  @Option(
    help:
      "Only those in a state: proposed, asked-first, asked-both, made, helped, met, nothing, declined or lapsed."
  )
  var state: Introduction.State?

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var network: NetworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try NetworkStore(path: network.path, access: .reading)
    let (network, settings) = (try store.network(), try store.settings())
    let contact = try who.map { try network.contact(who: $0).id }
    let rows = network.introductions
      .filter { contact == nil || $0.first == contact || $0.second == contact }
      .map {
        IntroductionRow($0, state: $0.state(asOf: asOf.day, lapsingAfter: settings.lapseAfter), in: network)
      }
      .filter { state == nil || $0.state == state }
      .filter { !open || $0.state.isOpen || $0.state == .made }
      .sorted { ($1.day, $0.first, $0.second) < ($0.day, $1.first, $1.second) }
    let lines = StandardOutput()
    guard output.format == .table else { return try RowWriter(output: lines).write(rows, as: output.format) }
    for row in rows { for line in row.lines { try lines.line(line) } }
    try lines.flush()
    if rows.isEmpty { StandardError.say("no introductions; begin one with: linkup introduce A B") }
  }
}
