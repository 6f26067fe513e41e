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
      Name whatever you have: files, folders, ZIP archives. Each is recognised by its content: linkup's JSON Lines; a \
      LinkedIn archive or a file of it; tables (CSV) of Google, Outlook, Thunderbird or your own, with columns such as name, \
      headline, needs and offers in English, French or German; vCard, jCard and LDIF; schema.org, FOAF, Murmurations, \
      Komunitin and Valueflows; mail (mbox, Maildir), calendars and call logs. UTF-8, UTF-16, Windows-1252 and older code \
      pages are read. In a folder, whatever holds nothing about contacts is passed over.

      Headlines, skills, notes and your recommendations are read for what they imply: "looking for a flat" in a note is \
      an implied need. What comes from what you wrote is private, and goes when that says it no more, unless you changed it.

      The same person is joined by id, profile, mail address, or telephone number and name. What you typed is never \
      overwritten, nobody is deleted, and importing the same file again changes nothing. A record that can't be read is skipped, \
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

    try report(read, onto: before, output)
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
    if read.files.isEmpty { throw ExitCode(1) }
    let total = read.summary
    if !read.failures.isEmpty || total.skippedRecords + total.droppedParts > 0 { throw ExitCode(2) }
  }

  /// Says what became of each file, and what of them was left out.
  private func report(_ read: Import, onto before: Network, _ output: StandardOutput) throws {
    for summary in read.files {
      for record in summary.skipped { StandardError.say("\(record)") }
      if summary.unreported > 0 { StandardError.say("… and \(summary.unreported) more like these") }
      if summary.read == 0 { StandardError.say("\(summary.file): holds no record") }
      try output.line(line(summary))
    }
    for failure in read.failures { StandardError.say("\(failure)") }
    for file in read.unopened.prefix(Self.longestList) { StandardError.say("\(file)") }
    if read.unopened.count > Self.longestList {
      StandardError.say("… and \(read.unopened.count - Self.longestList) more that can't be opened")
    }
    if read.passedOver > 0 {
      let files = read.files.isEmpty ? "files" : "other files"
      StandardError.say("\(read.passedOver) \(files) hold nothing about contacts, and were passed over")
    }
    if before.host == nil, read.files.contains(where: \.guessesHost), let host = read.network.host,
      let contact = read.network.contact(host)
    {
      StandardError.say(
        "took \(contact.name.terminalSafe) for you, the network's host; if that is wrong, take the import back, "
          + "say who you are: linkup add \"Your Name\" --host, and import again")
    }
  }

  private func joined(
    _ options: Import.Options, into existing: Network, _ progress: ImportProgress = ImportProgress()
  ) throws -> Import {
    defer { progress.end() }
    let read = Import(of: paths, into: existing, options: options) { progress.show($0) }
    for case .columns(let path, let headers) in read.failures {
      throw Failure("\(ImportError.columns(path: path, headers: headers)); nothing was changed")
    }
    return read
  }

  private func preview(_ options: Import.Options) throws -> (Network, Import, Int?) {
    let before: Network
    do {
      before = try NetworkStore(path: network.path, access: .reading).network()
    } catch NetworkStoreError.missing {
      before = .empty
    }
    let read = try joined(options, into: before)
    sayGuesses(read)
    return (before, read, nil)
  }

  /// Joins the files into the network, which is made with the first that have something to put into it.
  private func store(_ options: Import.Options) throws -> (Network, Import, Int?) {
    // Read before the file is locked: a mailbox takes its time, and so does whoever is asked.
    let progress = ImportProgress()
    defer { progress.end() }
    var seen = Network.empty
    let first: Import
    let store: NetworkStore
    if let known = try NetworkStore.open(network.path) {
      seen = try known.network()
      first = try joined(options, into: seen, progress)
      try confirm(first)
      store = known
    } else {
      first = try joined(options, into: seen, progress)
      if first.network == seen { return (seen, first, nil) }
      try confirm(first)
      store = try NetworkStore(path: network.path)
    }
    progress.showStoring()
    let note = RecordedChange.Note(.import, title: paths.joined(separator: ", "), day: AsOfOption.today)
    let ((before, read), number) = try store.update(recordedAs: note) {
      existing -> (Network, (Network, Import)) in
      // Another process may have changed the network meanwhile, or made it.
      if existing == seen { return (first.network, (existing, first)) }
      guard !paths.contains("-") else {
        throw Failure("another process has changed the network meanwhile; import again")
      }
      let read = try joined(options, into: existing)
      return (read.network, (existing, read))
    }
    return (before, read, number)
  }

  private func sayGuesses(_ read: Import) {
    for summary in read.files where !summary.guesses.isEmpty { StandardError.say(ColumnMap.guessed(summary)) }
  }

  /// Says what columns were guessed to mean, and asks whether that is right where somebody is there to answer.
  private func confirm(_ read: Import) throws {
    sayGuesses(read)
    guard read.files.contains(where: { !$0.guesses.isEmpty }), isatty(STDIN_FILENO) == 1,
      isatty(STDERR_FILENO) == 1, !paths.contains("-")
    else { return }
    StandardError.say("Is that right? [Y/n]")
    // The end of the input is no answer.
    guard let answer = readLine()?.lowercased(),
      answer.isEmpty || answer.hasPrefix("y") || answer.hasPrefix("o")
    else { throw Failure("nothing was changed; say what the columns mean with --map field=\"Header\"") }
  }

  private static let longestList = 10

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
    let stay = undone.kept.isEmpty ? "" : ", \(undone.kept.count) left"
    for kept in undone.kept { StandardError.say("stays, for it was changed or used since: \(kept)") }
    try output.line(
      "Import \(number) is taken back: \(undone.restored) records are as before\(stay).")
    try output.flush()
  }

  private func line(_ summary: Import.Summary) -> String {
    var parts = [
      "\(summary.read) read", "\(summary.added) added", "\(summary.updated) updated",
      "\(summary.unchanged) unchanged", "\(summary.merged) merged",
    ]
    if summary.strangers > 0 { parts.append("\(summary.strangers) strangers left out") }
    if summary.droppedParts > 0 { parts.append("\(summary.droppedParts) parts left out") }
    parts += ["\(summary.skippedRecords) skipped", "\(summary.listingsAdded) new needs and offers"]
    return "\(summary.file.terminalSafe): \(parts.joined(separator: ", "))"
  }
}

extension NetworkStore {
  /// The store of a file that is there; nil if there is none.
  fileprivate static func open(_ path: String) throws -> NetworkStore? {
    do { return try NetworkStore(path: path, access: .editing) } catch NetworkStoreError.missing {
      return nil
    }
  }
}
