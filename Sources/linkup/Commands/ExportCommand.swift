import ArgumentParser
import Interchange
import NetworkStore

/// `linkup export`: a way out.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the whole network as JSON Lines or CSV.",
    discussion: """
      JSON Lines hold everything, so that importing them gives the same network. CSV is for spreadsheets: the \
      contacts and the texts of their needs and offers, safe from formulas. Both hold private notes and private \
      listings: the file is for you.

      EXAMPLES
        linkup export > network.jsonl
        linkup export --format csv > contacts.csv
      """)

  @Option(help: "jsonl or csv.")
  var format: ExportFormat = .jsonl

  @OptionGroup var network: NetworkOptions

  func run() throws {
    let export = Export(try NetworkStore(path: network.path, access: .reading).network())
    let output = StandardOutput()
    switch format {
    case .jsonl: try export.jsonLines { try output.write($0) }
    case .csv: try export.csv { try output.write($0) }
    case .vcard: try export.vCard { try output.write($0) }
    }
    try output.flush()
  }
}
