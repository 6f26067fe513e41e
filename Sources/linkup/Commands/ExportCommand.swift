import ArgumentParser
import Interchange
import NetworkStore

/// `linkup export`: a way out.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the network for a backup, a spreadsheet, a telephone or another system.",
    discussion: """
      jsonl (JSON Lines) holds everything, so that importing it gives the same network. vcard (4.0) is for \
      telephones and address books. Both hold your private notes, and private needs and offers: the file is for you. \
      csv is for spreadsheets, and for you too: contacts with your notes, and the texts of needs and offers that are \
      open and not private, safe from formulas.

      jsonld (schema.org's words) and murmurations are for publishing: stated needs and offers that are open, none that \
      is private, and no notes. murmurations has only the public ones; jsonld also has addresses and who knows whom.

      EXAMPLES
        linkup export > network.jsonl
        linkup export --format csv > contacts.csv
        linkup export --format vcard > contacts.vcf
      """)

  @Option(help: "jsonl, csv, vcard, jsonld or murmurations.")
  var format: ExportFormat = .jsonl

  @OptionGroup var network: NetworkOptions

  func run() throws {
    let export = Export(try NetworkStore(path: network.path, access: .reading).network())
    let output = StandardOutput()
    switch format {
    case .jsonl: try export.jsonLines { try output.write($0) }
    case .csv: try export.csv { try output.write($0) }
    case .vcard: try export.vCard { try output.write($0) }
    case .jsonld: try export.jsonLD { try output.write($0) }
    case .murmurations: try export.murmurations { try output.write($0) }
    }
    try output.flush()
  }
}
