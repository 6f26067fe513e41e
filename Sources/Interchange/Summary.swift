extension Import {
  /// What became of the records of one file: each of them counts once, so
  /// `read == added + updated + unchanged + merged + strangers + skippedRecords`.
  public struct Summary: Hashable, Sendable {
    /// Records in the file. Blank lines, a header and a preamble are none.
    public internal(set) var read = 0
    /// Records that are new contacts.
    public internal(set) var added = 0
    /// Records of contacts that were in the network, about whom the file says something new: in a field, a
    /// listing, a tie, a group, an interaction or an introduction.
    public internal(set) var updated = 0
    /// Records of contacts that were in the network, and about whom the file says nothing new.
    public internal(set) var unchanged = 0
    /// Records of a contact that another record of the same file was counted for.
    public internal(set) var merged = 0
    /// Records that could not be used; nothing of them is in the network.
    public internal(set) var skippedRecords = 0
    /// Records of people who are no contacts, which only add to contacts: who wrote, but was never written to.
    public internal(set) var strangers = 0
    /// Parts left out of records that did go in: references to contacts who are nowhere, listings with the
    /// identifier of another one.
    public internal(set) var droppedParts = 0
    /// Needs and offers that the network did not have before.
    public internal(set) var listingsAdded = 0
    /// The skipped records and dropped parts as they were found, no more than ``reportLimit`` of them.
    public internal(set) var skipped: [SkippedRecord] = []

    /// The columns whose meaning was guessed.
    public internal(set) var guesses: [Guess] = []

    /// Whether it is a profile, and whoever made it was taken for the host.
    public internal(set) var guessesHost = false

    /// Whether it has columns whose meaning was said.
    var isMapped = false

    /// How many reports are kept: a file of a million bad lines must not fill the memory with messages.
    public static let reportLimit = 1000

    /// How many skipped records and dropped parts are counted but not in ``skipped``.
    public var unreported: Int { skippedRecords + droppedParts - skipped.count }

    /// The file, as messages and the contacts' ``FieldSources`` name it.
    public let file: String

    init(file: String) {
      self.file = file
    }

    mutating func skip(line: Int, _ problem: RecordProblem) {
      skippedRecords += 1
      report(line, problem.reason)
    }

    mutating func drop(line: Int, _ reason: @autoclosure () -> String) {
      droppedParts += 1
      report(line, reason())
    }

    /// Adds what became of another file's records.
    mutating func add(_ other: Summary) {
      read += other.read
      added += other.added
      updated += other.updated
      unchanged += other.unchanged
      merged += other.merged
      strangers += other.strangers
      skippedRecords += other.skippedRecords
      droppedParts += other.droppedParts
      listingsAdded += other.listingsAdded
      guesses += other.guesses
      skipped += other.skipped.prefix(Self.reportLimit - skipped.count)
    }

    /// Puts the reports in the order of the file.
    mutating func sortReports() {
      skipped.sort { $0.line < $1.line }
    }

    private mutating func report(_ line: Int, _ reason: @autoclosure () -> String) {
      guard skipped.count < Self.reportLimit else { return }
      skipped.append(SkippedRecord(file: file, line: line, reason: reason()))
    }
  }
}
