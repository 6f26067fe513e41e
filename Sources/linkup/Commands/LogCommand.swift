import ArgumentParser
import Interchange
import Matchmaking
import NetworkStore

/// `linkup log`: an interaction.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Note a call, mail, coffee or other interaction.",
    discussion: """
      With you, the host, or with --with between two others. Interactions say how strong a tie is, and how long it \
      has been quiet. Two on one day are two.

      EXAMPLES
        linkup log marc --kind coffee --note "his daughter starts school"
        linkup log marc --with nadia --kind meeting --on 2026-11-20
      """)

  @Argument(help: ArgumentHelp("A contact: id, mail address, name or part of it.", valueName: "who"))
  var who: String

  @Option(help: ArgumentHelp("The other one (default: the host).", valueName: "who"))
  var with: String?

  @Option(help: "call, mail, message, coffee, meeting, guestbook or comment.")
  var kind: Interaction.Kind = .call

  @Option(
    help: ArgumentHelp("When, such as 2026-11-20 (default: today).", valueName: "day"),
    transform: Day.given)
  var on: Day?

  @Option(help: "Your own private words about it.")
  var note: String?

  @OptionGroup var network: NetworkOptions

  func run() throws {
    if let note { try FieldLimit.notes.check(note, of: "--note") }
    let day = on ?? AsOfOption.today
    let line = try NetworkStore(path: network.path, access: .editing).update { network in
      let contact = try network.contact(who: who)
      let other: Contact
      if let with {
        other = try network.contact(who: with)
      } else if let host = network.host.flatMap(network.contact) {
        other = host
      } else {
        throw Failure(
          "nobody is the host, so say with whom: --with WHO; or name the host: linkup add NAME --host")
      }
      guard contact.id != other.id else {
        throw Failure("both are '\(contact.id)'; say with whom: --with WHO")
      }
      let interaction = Interaction(contact.id, other.id, day: day, kind: kind, note: note)
      let next = try network.with(interactions: network.interactions + [interaction])
      return (
        next, "\(contact.name.terminalSafe) and \(other.name.terminalSafe): \(kind.rawValue) on \(day)"
      )
    }
    let output = StandardOutput()
    try output.line(line)
    try output.flush()
  }
}
