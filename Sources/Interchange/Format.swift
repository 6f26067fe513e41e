internal import Matchmaking

/// A file format that linkup reads.
public enum Format: String, Hashable, Sendable, CaseIterable {
  /// One contact as a JSON object on each line: linkup's own format.
  case jsonLines
  /// A table whose first row names the fields, in English or French.
  case csv
  /// A file out of a LinkedIn archive, such as `Connections.csv`.
  case linkedIn
}

extension Format {
  /// Recognises a format by the content of a file; what is none of the others is taken for a table.
  ///
  /// - Parameter name: the file's name, for those that content alone can't tell apart: see ``LinkedInFile``.
  init(recognising text: SourceText, named name: String) {
    if text.bytes.first(where: { !$0.isBlank }) == UInt8(ascii: "{") {
      self = .jsonLines
    } else if LinkedInFile(text, named: name) != nil {
      self = .linkedIn
    } else {
      self = .csv
    }
  }

  /// When a file's turn comes: contacts, then what passed between them.
  func rank(of text: SourceText, named name: String) -> Int {
    switch self {
    case .jsonLines: 0
    case .linkedIn: LinkedInFile(text, named: name)?.rank ?? 2
    case .csv: 2
    }
  }

  /// The records of a text; what is no record is counted in the summary.
  ///
  /// - Parameter host: the network's host, whom some formats leave out: who exported the file.
  func records(
    of text: SourceText, host: Contact?, _ options: Import.Options, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    switch self {
    case .jsonLines: try JSONLines.records(of: text, &summary)
    case .csv: try ContactTable(text, columns: options.columns).records(&summary)
    case .linkedIn:
      try LinkedInFile.records(of: text, host: host, keepsBodies: options.keepsBodies, &summary)
    }
  }
}
