internal import Matchmaking

/// A file format that linkup reads.
public enum Format: String, Hashable, Sendable, CaseIterable {
  /// One contact as a JSON object on each line: linkup's own format.
  case jsonLines
  /// A table whose first row names the fields, in English or French.
  case csv
  /// `Connections.csv` out of a LinkedIn archive.
  case linkedInConnections
  /// Cards of contacts: vCard 2.1, 3.0, 4.0 and jCard.
  case vCard
  /// A calendar, whose events say whom the host met.
  case iCalendar
}

extension Format {
  /// Recognises a format by the content of a file; what is none of the others is taken for a table.
  init(recognising text: SourceText) {
    if text.bytes.first(where: { !$0.isBlank }) == UInt8(ascii: "{") {
      self = .jsonLines
    } else if VCard.recognises(text) {
      self = .vCard
    } else if ICalendar.recognises(text) {
      self = .iCalendar
    } else if LinkedInConnections(text) != nil {
      self = .linkedInConnections
    } else {
      self = .csv
    }
  }

  /// The records of a text; what is no record is counted in the summary.
  ///
  /// - Parameter host: the network's host, whom some formats leave out: who exported the file.
  func records(
    of text: SourceText, host: Contact?, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    switch self {
    case .jsonLines: try JSONLines.records(of: text, &summary)
    case .csv: try ContactTable(text).records(&summary)
    case .linkedInConnections: try LinkedInConnections.records(of: text, hasHost: host != nil, &summary)
    case .vCard: try VCard.records(of: text, &summary)
    case .iCalendar: try ICalendar.records(of: text, host: host, &summary)
    }
  }
}
