internal import Matchmaking

/// Mails as programs store them: mbox files, and one mail alone, as in a Maildir or an `.eml` file.
///
/// Each address with which the host exchanged personal mails gives one record with the days as interactions;
/// see ``Correspondence``. Whoever only wrote to the host makes no contact. Left out are mails of lists,
/// newsletters and programs, and mails to more than twenty. Subjects and bodies are not read.
enum Mail {
  /// Whether a text begins with the header of a mail.
  static func recognises(_ text: SourceText) -> Bool {
    let sample = Array(text.bytes.prefix(65_536))
    var names: Set<String> = []
    var isFirst = true
    var isMailbox = false
    for (_, range) in TextLines(sample) {
      let line = sample[range]
      if isFirst {
        if line.trimmed.isEmpty { continue }
        isFirst = false
        isMailbox = Array(line).withUnsafeBytes { SeparatorLine.recognises($0) }
        if isMailbox { continue }
      }
      if line.isEmpty { break }
      if line.first == .space || line.first == .tab || line.starts(with: ">From ".utf8) { continue }
      let name = line.prefix(80).prefix { $0 != UInt8(ascii: ":") }
      let isField = name.count < min(line.count, 80) && !name.isEmpty
      guard isField, name.trimmed.allSatisfy({ (0x21...0x7E).contains($0) }) else {
        // Some mails have no blank line between header and body, and the sample may end within a line.
        if isMailbox || range.upperBound == sample.count && sample.count < text.bytes.count { break }
        return false
      }
      names.insert(name.trimmed.text.lowercased())
    }
    return isMailbox && !names.isEmpty || names.contains("from") && !names.isDisjoint(with: usual)
  }

  /// The records of a text; a mail without a date is counted in the summary.
  static func records(
    of text: SourceText, host: Contact?, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    var reader = MailReader(hostAddresses: try addresses(of: host))
    text.bytes.withUnsafeBytes { reader.read($0) }
    reader.finish()
    return try records(reader.correspondence, host: host, &summary)
  }

  /// The addresses by which the host's mails are known.
  ///
  /// - Throws: ``UnknownFormat`` if there is no host, or none is known.
  static func addresses(of host: Contact?) throws(UnknownFormat) -> [String] {
    guard let host else {
      throw UnknownFormat(
        advice: "whose mail is this? name the host first: "
          + "linkup add \"Your Name\" --host --email you@example.org, then import again")
    }
    guard !host.emails.allSatisfy(\.isBlank) else {
      throw UnknownFormat(
        advice: "whose mail is this? the host has no address: add it with \(command(host)), then import again"
      )
    }
    return host.emails
  }

  /// The records of mails that were read to the end.
  ///
  /// - Throws: ``UnknownFormat`` if no mail is by or to the host.
  static func records(
    _ correspondence: Correspondence, host: Contact?, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    guard correspondence.knowsHost else {
      let known = host?.emails.prefix(3).joined(separator: ", ") ?? ""
      throw UnknownFormat(
        advice: "none of the host's addresses (\(known)) is in it: "
          + "add the one that is with \(host.map(command) ?? "linkup add"), then import again")
    }
    return correspondence.records(&summary)
  }

  private static func command(_ host: Contact) -> String {
    "linkup add \"\(host.name)\" --id \(host.id.rawValue) --host --email you@example.org"
  }

  /// Fields that all mails have, at least one of them beside `From`.
  private static let usual: Set<String> = [
    "date", "to", "message-id", "received", "return-path", "delivered-to",
  ]
}
