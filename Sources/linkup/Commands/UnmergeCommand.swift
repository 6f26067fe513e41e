import ArgumentParser
import Matchmaking
import NetworkStore

/// `linkup unmerge`: a merge taken back.
struct UnmergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmerge",
    abstract: "Take a merge back.",
    discussion: """
      Both records are again as they were before 'linkup merge'. What was changed or added since stays with the contact \
      that had stayed. Of several merges into one contact the last goes first, unless you name the record that \
      had gone. Where a later merge must be taken back before this one, linkup says which, and changes nothing.

      EXAMPLES
        linkup unmerge claire-m
      """)

  @Argument(help: ArgumentHelp("The record that had gone, or the contact that stayed.", valueName: "who"))
  var who: String

  @OptionGroup var network: NetworkOptions

  func run() throws {
    let store = try NetworkStore(path: network.path, access: .editing)
    let merges = try store.changes().filter { $0.kind == .merge }
    let contact: Contact.ID
    do {
      contact = try store.network().contact(who: who).id
    } catch let failure as Failure {
      if merges.isEmpty { throw failure }
      // Who has gone has no name any more.
      let titles = merges.prefix(5).map { "'\($0.title.terminalSafe)'" }.joined(separator: ", ")
      throw Failure("\(failure.message); of who went only the identifier is left, as in \(titles)")
    }
    if contact.rawValue != who,
      let first = merges.first(where: { $0.title.hasPrefix(Self.title(Contact.ID(who), into: "")) }),
      first.title != Self.title(Contact.ID(who), into: contact)
    {
      let kept = first.title.dropFirst(Self.title(Contact.ID(who), into: "").count)
      throw Failure(
        "'\(who.terminalSafe)' went into '\(String(kept).terminalSafe)', who has been merged since; first: linkup unmerge \(String(kept).terminalSafe)"
      )
    }
    guard
      let merge = merges.first(where: { $0.title == Self.title(Contact.ID(who), into: contact) })
        ?? merges.first(where: { $0.title.hasSuffix(Self.title("", into: contact)) }),
      let undone = try store.undo(merge.number)
    else { throw Failure("no other record was merged into '\(contact)'") }
    for kept in undone.kept { StandardError.say("stays as it is, for it was changed since: \(kept)") }
    let output = StandardOutput()
    try output.line("Taken back: \(merge.title.terminalSafe)")
    try output.flush()
  }

  /// What a merge is remembered as.
  static func title(_ other: Contact.ID, into kept: Contact.ID) -> String { "\(other) into \(kept)" }
}
