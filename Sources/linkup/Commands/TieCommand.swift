import ArgumentParser
import Interchange
import Matchmaking
import NetworkStore

/// `linkup tie`: two contacts know each other.
struct TieCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tie",
    abstract: "Note that two contacts know each other, and how well.",
    discussion: """
      Kin, friends and colleagues need no introduction to each other; acquaintances may. Ties count as trust between \
      others, and 'linkup path' follows them. A tie that is there already is changed; one that you remove, no import \
      brings back.

      EXAMPLES
        linkup tie marc nadia --kind friend --since 2019-05-01
        linkup tie marc nadia --remove
      """)

  @Argument(help: ArgumentHelp("A contact: id, mail address, name or part of it.", valueName: "a"))
  var one: String

  @Argument(help: ArgumentHelp("Another contact.", valueName: "b"))
  var other: String

  @Option(help: "kin, friend, colleague or acquaintance (default: what is known, else acquaintance).")
  var kind: Tie.Kind?

  @Option(
    help: ArgumentHelp("Since when, such as 2019-05-01.", valueName: "day"), transform: Day.given)
  var since: Day?

  @Flag(help: "They don't know each other after all.")
  var remove = false

  @OptionGroup var network: NetworkOptions

  func run() throws {
    let line = try NetworkStore(path: network.path, access: .editing).update { network in
      let (one, other) = (try network.contact(who: one), try network.contact(who: other))
      guard one.id != other.id else { throw Failure("nobody is tied to himself: both are '\(one.id)'") }
      var tie = Tie(one.id, other.id)
      let known = network.ties.first { $0.first == tie.first && $0.second == tie.second }
      let names = "\(one.name.terminalSafe) and \(other.name.terminalSafe)"
      if remove, known == nil { throw Failure("\(names) have no tie that could be removed") }
      tie.kind = kind ?? known?.kind ?? tie.kind
      tie.since = since ?? known?.since
      tie.byHost = true
      let others = network.ties.filter { $0 != known }
      let next = try network.with(ties: remove ? others : others + [tie]).changing(tie.first) {
        if remove { $0.deny(.tie(tie.second)) } else { $0.allow(.tie(tie.second)) }
      }.changing(tie.second) { $0.allow(.tie(tie.first)) }
      let since = tie.since.map { " since \($0)" } ?? ""
      return (next, remove ? "\(names): no tie" : "\(names): \(tie.kind.rawValue)\(since)")
    }
    let output = StandardOutput()
    try output.line(line)
    try output.flush()
  }
}
