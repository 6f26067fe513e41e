internal import Matchmaking

/// A file format that linkup reads.
public enum Format: String, Hashable, Sendable, CaseIterable {
  /// One contact as a JSON object on each line: linkup's own format; or a JSON list of people.
  case jsonLines
  /// A table whose first row names the fields, in English, French or German.
  case csv
  /// A file out of a LinkedIn archive, such as `Connections.csv`.
  case linkedIn
  /// Cards of contacts: vCard 2.1, 3.0, 4.0, jCard and xCard.
  case vCard
  /// People of a directory, as Thunderbird and LDAP servers export it.
  case ldif
  /// A calendar, whose events say whom the host met.
  case iCalendar
  /// An mbox file or one mail: who wrote to whom, and when.
  case mail
  /// A telephone's call log: a table, or a backup of Android's.
  case calls
  /// People, organisations, demands and offers of schema.org, as JSON-LD.
  case jsonLD
  /// Profiles of the Murmurations network: offers and wants, people, organisations.
  case murmurations
  /// Members, offers and needs of a community on Komunitin, as its JSON:API gives them.
  case komunitin
  /// Intents and proposals in the words of Valueflows.
  case valueflows
  /// Friend of a Friend, as RDF/XML.
  case foaf
}

extension Format {
  /// Recognises a format by the content of a file; what is none of the others is taken for a table.
  ///
  /// - Parameter name: the file's name, for those that content alone can't tell apart: see ``LinkedInFile``.
  init(recognising text: SourceText, named name: String) {
    if Murmurations.recognises(text) {
      self = .murmurations
    } else if Komunitin.recognises(text) {
      self = .komunitin
    } else if Valueflows.recognises(text) {
      self = .valueflows
    } else if SchemaOrg.recognises(text) {
      self = .jsonLD
    } else if Foaf.recognises(text) {
      self = .foaf
    } else if JSONLines.recognises(text) || JSONTable.recognises(text) {
      self = .jsonLines
    } else if VCard.recognises(text) {
      self = .vCard
    } else if Ldif.recognises(text) {
      self = .ldif
    } else if ICalendar.recognises(text) {
      self = .iCalendar
    } else if LinkedInFile(text, named: name) != nil {
      self = .linkedIn
    } else if Mail.recognises(text) {
      self = .mail
    } else if CallLog.recognises(text) {
      self = .calls
    } else {
      self = .csv
    }
  }

  /// When a file's turn comes: who the host is, then contacts, then what passed between them.
  func rank(of text: SourceText, named name: String) -> Int {
    switch self {
    case .jsonLines, .foaf: 0
    case .linkedIn: LinkedInFile(text, named: name)?.rank ?? 2
    case .csv, .vCard, .ldif, .jsonLD, .murmurations, .komunitin, .valueflows: 2
    case .iCalendar, .mail, .calls: 3
    }
  }

  /// The records of a text; what is no record is counted in the summary.
  ///
  /// - Parameters:
  ///   - host: the network's host, whom some formats leave out: who exported the file.
  ///   - progress: called with how many bytes have been read, by formats that may be long.
  ///   - hasOthers: whether the file is one of several, which may have nothing to do with people.
  func records(
    of text: SourceText, host: Contact?, _ options: Import.Options, hasOthers: Bool,
    _ summary: inout Import.Summary, progress: (Int) -> Void
  ) throws(UnknownFormat) -> [ContactRecord] {
    switch self {
    case .jsonLines where text.bytes.first { !$0.isBlank } == UInt8(ascii: "["):
      JSONTable.records(of: text, SaidColumns(options.columns), &summary)
    case .jsonLines: JSONLines.records(of: text, SaidColumns(options.columns), &summary)
    case .csv:
      try ContactTable(text, columns: SaidColumns(options.columns), isOneOfMany: hasOthers)
        .records(&summary, progress: progress)
    case .linkedIn:
      try LinkedInFile.records(
        of: text, host: host, keepsBodies: options.keepsBodies, &summary, progress: progress)
    case .vCard: try VCard.records(of: text, &summary)
    case .ldif: Ldif.records(of: text, &summary)
    case .iCalendar: try ICalendar.records(of: text, host: host, &summary)
    case .mail: try Mail.records(of: text, host: host, &summary)
    case .calls: try CallLog.records(of: text, host: host, &summary)
    case .jsonLD: try SchemaOrg.records(of: text, &summary)
    case .murmurations: try Murmurations.records(of: text, &summary)
    case .komunitin: try Komunitin.records(of: text, &summary)
    case .valueflows: try Valueflows.records(of: text, &summary)
    case .foaf: try Foaf.records(of: text, host: host, &summary)
    }
  }
}
