import ArgumentParser
import Matchmaking
import NetworkStore

/// `linkup duplicates`: who stands in the network twice.
struct DuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates",
    abstract: "List contacts that look like one person.",
    discussion: """
      Two records with one mail address, one profile address or one name are likely one person; an address like \
      contact@ or a firm's site says nothing. They are never introduced to each other, and what one of them declined, \
      whom it knows and whom it must not meet holds for the other. Until the host makes them one, each takes \
      introductions of its own.

      EXAMPLES
        linkup duplicates
        linkup duplicates --format jsonl
      """)

  @OptionGroup var network: NetworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let network = try NetworkStore(path: network.path, access: .reading).network()
    let duplicates = network.duplicates
    let lines = StandardOutput()
    guard output.format == .table else {
      let rows = duplicates.enumerated().flatMap { number, duplicate in
        duplicate.contacts.map {
          DuplicateRow(
            duplicate: number + 1, contact: $0.rawValue, name: network.name(of: $0),
            evidence: duplicate.evidence)
        }
      }
      return try RowWriter(output: lines).write(rows, as: output.format)
    }
    if duplicates.isEmpty { try lines.line("Nobody looks like somebody else.") }
    for duplicate in duplicates {
      let names = duplicate.contacts.map {
        "\(output.style.bold(network.name(of: $0).shortened(to: 60))) \(output.style.dim("(\($0.rawValue.terminalSafe))"))"
      }
      try lines.line("\(names.joined(separator: ", ")): \(duplicate.evidence.shortened(to: 100))")
    }
    try lines.flush()
  }
}
