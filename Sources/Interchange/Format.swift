internal import Matchmaking

/// A file format that linkup reads.
public enum Format: String, Hashable, Sendable, CaseIterable {
  /// One contact as a JSON object on each line: linkup's own format.
  case jsonLines
  /// A table whose first row names the fields, in English or French.
  case csv
  /// `Connections.csv` out of a LinkedIn archive.
  case linkedInConnections
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
  init(recognising text: SourceText) {
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
    } else if text.bytes.first(where: { !$0.isBlank }) == UInt8(ascii: "{") {
      self = .jsonLines
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
    case .jsonLD: try SchemaOrg.records(of: text, &summary)
    case .murmurations: try Murmurations.records(of: text, &summary)
    case .komunitin: try Komunitin.records(of: text, &summary)
    case .valueflows: try Valueflows.records(of: text, &summary)
    case .foaf: try Foaf.records(of: text, host: host, &summary)
    }
  }
}
