internal import Matchmaking

/// A file whose format is known, with what is needed to make records of it.
struct FileReader {
  let file: ImportFile
  /// When the file's turn comes: who the host is first, and what people wrote after who they are.
  let rank: Int
  /// Whether the content shows that the file is about contacts: then it is never passed over in silence.
  var isRecognised: Bool { format != .csv }
  /// Whether it is a table in a LinkedIn archive that says nothing of contacts: what one has learnt, paid, applied for.
  func isPassedOver(inArchives archives: Set<String>) -> Bool {
    format == .csv && file.archive.map(archives.contains) ?? false
      && !file.name.lowercased().contains("contacts")
  }

  /// Whether it is out of a LinkedIn archive, whose owner may be somebody else.
  var isLinkedIn: Bool { format == .linkedIn }
  private let format: Format
  private let options: Import.Options
  private let hasOthers: Bool

  /// Recognises the format by how the file begins.
  ///
  /// - Parameter hasOthers: whether it is one of several files.
  /// - Throws: An ``ImportError`` if it is no text, or not one of contacts.
  init(_ file: ImportFile, _ options: Import.Options, hasOthers: Bool) throws(ImportError) {
    self.file = file
    self.hasOthers = hasOthers
    self.options = options
    let (beginning, isWhole) = try file.beginning()
    if let kind = BinaryKind(detectedIn: beginning) {
      throw kind.mayHoldContacts
        ? .closed(path: file.name, advice: kind.advice) : .notText(path: file.name, advice: kind.advice)
    }
    let text = SourceText(decoding: beginning)
    if text.isBlank, isWhole { throw .empty(path: file.name) }
    format = options.format ?? Format(recognising: text, named: file.name)
    if options.format == nil, format == .csv, options.columns.isEmpty, let markup = Markup(text) {
      throw .unknownFormat(path: file.name, advice: markup.advice)
    }
    rank = format.rank(of: text, named: file.name)
  }

  /// The records of the file; what is no record is counted in the summary.
  func records(
    host: Contact?, _ summary: inout Import.Summary, progress: (Int) -> Void
  ) throws(ImportError) -> [ContactRecord] {
    if format == .mail { return try mails(host: host, &summary, progress: progress) }
    let text = SourceText(decoding: try file.whole())
    var records = try advised { () throws(UnknownFormat) in
      try format.records(
        of: text, host: host, options, hasOthers: hasOthers, &summary, progress: progress)
    }
    if format == .csv, let host { Self.take(mailboxesOf: host, from: &records) }
    return records
  }

  /// Takes the host's mailboxes away from everybody else: bookings and payments name who was booked and paid in each row.
  private static func take(mailboxesOf host: Contact, from records: inout [ContactRecord]) {
    let own = Set(host.emails.compactMap(IdentityKey.mailbox))
    if own.isEmpty { return }
    func isOwn(_ address: String) -> Bool { IdentityKey.mailbox(address).map(own.contains) ?? false }
    for index in records.indices where records[index].contact.emails.contains(where: isOwn) {
      let name = records[index].contact.name
      if name.isBlank || PersonName.areCompatible(name, host.name) { continue }
      // By its only mailbox a contact is known, be it the family's.
      let others = records[index].contact.emails.filter { !isOwn($0) }
      if !others.isEmpty { records[index].contact.emails = others }
    }
  }

  /// A mailbox is read as it comes in, whatever its size.
  private func mails(
    host: Contact?, _ summary: inout Import.Summary, progress: (Int) -> Void
  ) throws(ImportError) -> [ContactRecord] {
    var reader = MailReader(
      hostAddresses: try advised { () throws(UnknownFormat) in try Mail.addresses(of: host) })
    var bytes = 0
    for part in file.parts {
      try part.read { chunk throws(ImportError) in
        chunk.withUnsafeBytes { reader.read($0) }
        bytes += chunk.count
        progress(bytes)
        return true
      }
      reader.finish()
    }
    return try advised { () throws(UnknownFormat) in
      try Mail.records(reader.correspondence, host: host, &summary)
    }
  }

  /// Does what may find that the file is of no use, and names the file then.
  private func advised<Result>(_ body: () throws(UnknownFormat) -> Result) throws(ImportError) -> Result {
    do {
      return try body()
    } catch {
      let otherwise = options.format == nil ? "" : "; or leave the format out, so that it is recognised"
      throw .unknownFormat(path: file.name, advice: error.advice + otherwise)
    }
  }
}
