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
      differences in spelling don't matter.

      EXAMPLES
        linkup find comptable
        linkup find "rugby Colomiers"
        linkup find translator --format jsonl
      """)

  @Argument(help: ArgumentHelp("What to look for.", valueName: "text"))
  var text: String

  @OptionGroup var limit: LimitOption
  @OptionGroup var threads: ThreadsOption
  @OptionGroup var model: ModelOption
  @OptionGroup var network: NetworkOptions
  @OptionGroup var output: OutputOptions

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
      try writer.line("    \(hit.field): \(hit.text.shortened(to: 160))")
    }
    try writer.flush()
  }
}

/// One contact of an answer of `find`.
struct FoundRow: Row {
  let contact: String
  let name: String
  let field: String
  let text: String
  let similarity: Double

  init(_ found: ContactSearch.Found) {
    contact = found.contact.id.rawValue
    name = found.contact.name
    field = found.field
    text = found.text
    similarity = found.similarity.rounded(toPlaces: 4)
  }

  static let columns = ["contact", "name", "field", "text", "similarity"]
  var cells: [String] { [contact, name, field, text, similarity.scoreText] }
}
