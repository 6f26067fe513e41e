import ArgumentParser
import Matchmaking
import NetworkStore

/// `linkup find`: know whom you know.
struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Find contacts by anything that is known about them.",
    discussion: """
      Searches names, headlines, organisations, places, groups, notes, needs and offers by what they mean, in \
      any language, and by how they are spelt, and shows what fits. "bookkeeping" finds a "comptable"; small \
      differences in spelling don't matter. What no longer stands is found as well, and marked, and so is what \
      is private.

      EXAMPLES
        linkup find comptable
        linkup find "rugby Colomiers"
        linkup find translator --format jsonl
      """)

  @Argument(help: ArgumentHelp("What to look for.", valueName: "text"))
  var text: String

  @OptionGroup var limit: LimitOption
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var threads: ThreadsOption
  @OptionGroup var model: ModelOption
  @OptionGroup var network: NetworkOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !text.contains(where: { !$0.isWhitespace }) { throw ValidationError("The text to look for is empty.") }
  }

  func run() throws {
    let (network, search) = try network.search(model: model.load(), threads: threads.count)
    let found = search.contacts(matching: text, limit: limit.limit)
    let writer = StandardOutput()
    guard output.format == .table else {
      return try RowWriter(output: writer).write(found.map(FoundRow.init), as: output.format)
    }
    if found.isEmpty { try writer.line("Nobody fits “\(text.shortened(to: 60))”.") }
    for hit in found {
      let name = network.name(of: hit.contact.id).shortened(to: 60)
      try writer.line("\(output.style.bold(name))  \(output.style.dim(hit.contact.id.rawValue.terminalSafe))")
      let aside = hit.listing?.aside(asOf: asOf.day) ?? ""
      try writer.line("    \(hit.field): \(hit.text.shortened(to: 160))\(aside)")
    }
    try writer.flush()
  }
}
