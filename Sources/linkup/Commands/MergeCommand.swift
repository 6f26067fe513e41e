import ArgumentParser
import Interchange
import Matchmaking
import NetworkStore

/// `linkup merge`: two records of one person made one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make two records of one person one.",
    discussion: """
      All that is known of the second goes to the first: addresses, needs and offers, ties, groups, interactions and \
      introductions. Where both have a headline or the like, the first's stays. Files that name the second find the \
      first from then on. 'linkup unmerge' takes it back exactly.

      EXAMPLES
        linkup duplicates
        linkup merge claire-martin claire-m
      """)

  @Argument(help: ArgumentHelp("Who stays: id, mail address, name or part of it.", valueName: "who"))
  var kept: String

  @Argument(help: ArgumentHelp("The other record of the same person.", valueName: "other"))
  var other: String

  @OptionGroup var network: NetworkOptions

  func run() throws {
    let store = try NetworkStore(path: network.path, access: .editing)
    let before = try store.network()
    let (kept, other) = (try before.contact(who: kept), try before.contact(who: other))
    guard kept.id != other.id else { throw Failure("both are '\(kept.id)'; name two contacts") }
    let note = RecordedChange.Note(
      .merge, title: UnmergeCommand.title(other.id, into: kept.id), day: AsOfOption.today)
    try store.update(recordedAs: note) { (try $0.merging(other.id, into: kept.id), ()) }
    let output = StandardOutput()
    try output.line(
      "'\(other.id)' is '\(kept.id)' now (\(kept.name.terminalSafe)). To take it back: linkup unmerge \(other.id)"
    )
    try output.flush()
  }
}
