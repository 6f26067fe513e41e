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
      Name whatever you have: files, folders, ZIP archives. Each format is recognised by its content: linkup's JSON Lines; \
      a LinkedIn archive or a file of it; tables (CSV) of Google, Outlook, Thunderbird or your own, with columns such as \
      name, headline, needs and offers in English or French. UTF-8, UTF-16, Windows-1252 and older code pages are read. In a folder, \
      whatever holds nothing about contacts is passed over.

      Headlines, skills, notes and your recommendations are read for what they imply: "looking for a flat" in a note is \
      an implied need. What comes from what you wrote is private, and goes when that says it no more, unless you changed it.

      The same person is joined by id, profile, mail address, or telephone number and name. What you typed is never \
      overwritten, nobody is deleted, and importing a file again changes nothing. A record that can't be read is skipped, \
      reported with file, line and reason; the rest goes in and the exit code is 2. Stopped half-way, it changes \
      nothing; done, --undo takes it back.

      EXAMPLES
        linkup import ~/Downloads
        linkup import contacts.csv --dry-run
        linkup import club.csv --map needs="Wunsch"
        cat members.jsonl | linkup import -
        linkup import --undo 1
      """)

  @Argument(
    help: ArgumentHelp("Files, folders or archives, or - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @Flag(help: "Show what would change, and change nothing.")
  var dryRun = false

  @Option(help: "The format of all files, where it is not recognised: \(ImportFormat.names).")
  var from: ImportFormat?

  @Option(
    help: ArgumentHelp(
      "What a column of a table means, by its header; may be repeated, or have several with commas.",
      valueName: "field=header"))
  var map: [String] = []

  @Flag(help: "Keep what was written in messages as private notes.")
  var keepBodies = false

  @Flag(help: "List the imports that can be taken back.")
  var list = false

  @Option(
    help: ArgumentHelp(
      "Take an import back: what it added goes, what it changed is as before.", valueName: "number"))
  var undo: Int?

  @OptionGroup var threads: ThreadsOption
  @OptionGroup var model: ModelOption
  @OptionGroup var network: NetworkOptions

  func validate() throws {
    guard paths.isEmpty == (list || undo != nil) else {
      throw ValidationError(
        paths.isEmpty
          ? "Name the files to import, or - for standard input." : "--list and --undo take no files.")
    }
    _ = try ColumnMap(map)
  }

  func run() throws {
    let output = StandardOutput()
    if list { return try writeList(output) }
    if let undo { return try take(back: undo, output) }
    let options = Import.Options(
      format: from?.format, columns: try ColumnMap(map).columns, keepsBodies: keepBodies)
    let (before, read, number) = try dryRun ? preview(options) : store(options)

    for summary in read.files {
      for record in summary.skipped { StandardError.say("\(record)") }
      if summary.unreported > 0 { StandardError.say("… and \(summary.unreported) more like these") }
      if !summary.guesses.isEmpty { StandardError.say(ColumnMap.guessed(summary)) }
      try output.line(line(summary))
    }
    for failure in read.failures { StandardError.say("\(failure)") }
    if read.passedOver > 0 {
      StandardError.say("\(read.passedOver) other files hold nothing about contacts, and were passed over")
    }
    if dryRun {
      for line in NetworkDifference(from: before, to: read.network).lines { try output.line(line) }
      try output.line("This was a dry run; nothing was changed.")
    } else if let number {
      try output.line("To take this back: linkup import --undo \(number)")
    }
    // Also where nothing changed: an import that was interrupted may have left texts unread.
    if !dryRun, read.files.contains(where: { $0.added + $0.updated + $0.unchanged > 0 }),
      let model = model.load()
    {
      try output.flush()
      try network.readAll(asOf: AsOfOption.today, model: model, threads: threads.count)
    }
    try output.flush()
    if read.failures.contains(where: { !$0.isAboutContent }) { throw ExitCode(1) }
    let total = read.summary
    if !read.failures.isEmpty || total.skippedRecords + total.droppedParts > 0 { throw ExitCode(2) }
  }

  private func joined(_ options: Import.Options, into existing: Network) -> Import {
    let progress = ImportProgress()
    defer { progress.end() }
    return Import(of: paths, into: existing, options: options) { progress.show($0) }
  }

  private func preview(_ options: Import.Options) throws -> (Network, Import, Int?) {
    let before: Network
    do {
      before = try NetworkStore(path: network.path, access: .reading).network()
    } catch NetworkStoreError.missing {
      before = .empty
    }
    return (before, joined(options, into: before), nil)
  }

  /// Joins the files into the network, which is made with the first that have something to put into it.
  private func store(_ options: Import.Options) throws -> (Network, Import, Int?) {
    let store: NetworkStore
    var first: Import?
    do {
      store = try NetworkStore(path: network.path, access: .editing)
    } catch NetworkStoreError.missing {
      let read = joined(options, into: .empty)
      if read.network == .empty { return (.empty, read, nil) }
      store = try NetworkStore(path: network.path)
      first = read
    }
    let note = RecordedChange.Note(.import, title: paths.joined(separator: ", "), day: AsOfOption.today)
    // Read before the file is locked: a mailbox takes its time, and so does whoever is asked.
    // Files that were joined into nothing must be joined again if another process has made the network meanwhile.
    let seen = first == nil ? try store.network() : .empty
    if first == nil { first = joined(options, into: seen) }
    if let first { try confirm(first) }
    let ((before, read), number) = try store.update(recordedAs: note) {
      existing -> (Network, (Network, Import)) in
      if let first, existing == seen { return (first.network, (existing, first)) }
      guard !paths.contains("-") else {
        throw Failure("another process has changed the network meanwhile; import again")
      }
      let read = joined(options, into: existing)
      return (read.network, (existing, read))
    }
    return (before, read, number)
  }

  /// Asks whether columns were guessed rightly, where somebody is there to answer.
  private func confirm(_ read: Import) throws {
    let guesses = read.files.filter { !$0.guesses.isEmpty }
    guard !guesses.isEmpty, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1, !paths.contains("-") else {
      return
    }
    for summary in guesses { StandardError.say(ColumnMap.guessed(summary)) }
    StandardError.say("Is that right? [Y/n]")
    let answer = readLine()?.lowercased() ?? ""
    guard answer.isEmpty || answer.hasPrefix("y") || answer.hasPrefix("o") else {
      throw Failure("nothing was changed; say what the columns mean with --map field=\"Header\"")
    }
  }

  private func writeList(_ output: StandardOutput) throws {
    let imports = try NetworkStore(path: network.path, access: .reading).changes().filter {
      $0.kind == .import
    }
    if imports.isEmpty { try output.line("There is no import that can be taken back.") }
    for change in imports { try output.line("\(change.number)  \(change.day)  \(change.title.terminalSafe)") }
    try output.flush()
  }

  private func take(back number: Int, _ output: StandardOutput) throws {
    let store = try NetworkStore(path: network.path, access: .editing)
    guard try store.changes().contains(where: { $0.number == number && $0.kind == .import }),
      let undone = try store.undo(number)
    else {
      throw Failure("there is no import \(number) that could be taken back; see: linkup import --list")
    }
    for kept in undone.kept { StandardError.say("stays, for it was changed or used since: \(kept)") }
    try output.line(
      "Import \(number) is taken back: \(undone.restored) records are as before, \(undone.kept.count) stay.")
    try output.flush()
  }

  private func line(_ summary: Import.Summary) -> String {
    var parts = [
      "\(summary.read) read", "\(summary.added) added", "\(summary.updated) updated",
      "\(summary.unchanged) unchanged", "\(summary.merged) merged",
    ]
    if summary.strangers > 0 { parts.append("\(summary.strangers) strangers left out") }
    parts += ["\(summary.skippedRecords) skipped", "\(summary.listingsAdded) new needs and offers"]
    return "\(summary.file.terminalSafe): \(parts.joined(separator: ", "))"
  }
}
