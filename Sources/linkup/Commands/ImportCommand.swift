import ArgumentParser
import Foundation
import Interchange
import Matchmaking
import NetworkStore

/// `linkup import`: any export in.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read contacts, needs and offers from files into the network.",
    discussion: """
      Reads JSON Lines (one contact a line), CSV whose first line names the fields (name, headline, needs, \
      offers, …; comma, semicolon or tab; UTF-8, UTF-16 or Windows-1252; several needs in one cell stand on \
      lines of their own or are parted by ;) and LinkedIn's Connections.csv. The format is recognised by the \
      content.

      Headlines, skills and notes are read for what they imply: "looking for a flat" in a note is an implied \
      need. What comes from your notes is private, and goes when the note says it no more, unless you changed it.

      Each file goes in as a whole or not at all. A file that holds no contacts is skipped, and so is a record \
      that can't be read, reported with file, line and reason; the rest goes in and the exit code is 2. The \
      same person is joined by id, profile address or mail address. Importing a file again changes nothing.

      EXAMPLES
        linkup import contacts.csv
        linkup import ~/Downloads/Connections.csv --dry-run
        linkup import members.jsonl guests.csv
        cat members.jsonl | linkup import -
      """)

  @Argument(help: ArgumentHelp("Files, or - for standard input.", valueName: "path"), completion: .file())
  var paths: [String]

  @Flag(help: "Say what would happen and change nothing.")
  var dryRun = false

  @Option(help: "The format, where it is not recognised: jsonl, csv or linkedin.")
  var from: ImportFormat?

  @OptionGroup var threads: ThreadsOption
  @OptionGroup var model: ModelOption
  @OptionGroup var network: NetworkOptions

  func run() throws {
    let output = StandardOutput()
    // What a dry run has read so far: it must not make a network where there is none.
    var preview = dryRun ? try networkIfPresent() : nil
    var failed = false
    var skippedAny = false
    var readAny = false
    for path in paths {
      do {
        let file = path == "-" ? "standard input" : path
        let data =
          path == "-"
          ? (try? FileHandle.standardInput.readToEnd()) ?? Data()
          : try Import.content(of: URL(fileURLWithPath: path))
        let summary: Import.Summary
        if let existing = preview {
          let read = try Import(of: data, named: file, into: existing, format: from?.format)
          (preview, summary) = (read.network, read.summary)
        } else {
          summary = try add(data, named: file)
        }
        report(summary)
        readAny = readAny || summary.added + summary.updated + summary.unchanged > 0
        skippedAny = skippedAny || summary.skippedRecords + summary.droppedParts > 0
        try output.line(line(summary, of: file))
      } catch let error as ImportError {
        StandardError.say("\(error)")
        // A folder of downloads holds files that are no contacts; they are skipped as bad records are.
        if error.isAboutContent { skippedAny = true } else { failed = true }
      }
    }
    // Also where nothing changed: an import that was interrupted may have left texts unread.
    if !dryRun, readAny, let model = model.load() {
      try network.readAll(asOf: AsOfOption.today, model: model, threads: threads.count)
    }
    if dryRun { try output.line("This was a dry run; nothing was changed.") }
    try output.flush()
    if failed { throw ExitCode(1) }
    if skippedAny { throw ExitCode(2) }
  }

  /// Joins a file into the network, which is made with the first file that has something to put into it.
  private func add(_ data: Data, named file: String) throws -> Import.Summary {
    func read(into existing: Network) throws -> Import {
      try Import(of: data, named: file, into: existing, format: from?.format)
    }
    let store: NetworkStore
    var first: Import?
    do {
      store = try NetworkStore(path: network.path, access: .editing)
    } catch NetworkStoreError.missing {
      let read = try read(into: .empty)
      if read.network == .empty { return read.summary }
      store = try NetworkStore(path: network.path)
      first = read
    }
    return try store.update { existing in
      // Another process may have made the network, and put something into it.
      let read = if let first, existing == .empty { first } else { try read(into: existing) }
      return (read.network, read.summary)
    }
  }

  private func networkIfPresent() throws -> Network {
    do {
      return try NetworkStore(path: network.path, access: .reading).network()
    } catch NetworkStoreError.missing {
      return .empty
    }
  }

  private func report(_ summary: Import.Summary) {
    for record in summary.skipped { StandardError.say("\(record)") }
    if summary.unreported > 0 { StandardError.say("… and \(summary.unreported) more like these") }
  }

  private func line(_ summary: Import.Summary, of file: String) -> String {
    var parts = [
      "\(summary.read) read", "\(summary.added) added", "\(summary.updated) updated",
      "\(summary.unchanged) unchanged", "\(summary.merged) merged", "\(summary.skippedRecords) skipped",
    ]
    parts.append("\(summary.listingsAdded) new needs and offers")
    return "\(file.terminalSafe): \(parts.joined(separator: ", "))"
  }
}
