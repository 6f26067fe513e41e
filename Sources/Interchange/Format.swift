/// A file format that linkup reads.
public enum Format: String, Hashable, Sendable, CaseIterable {
  /// One contact as a JSON object on each line: linkup's own format.
  case jsonLines
  /// A table whose first row names the fields, in English or French.
  case csv
  /// `Connections.csv` out of a LinkedIn archive.
  case linkedInConnections
}

extension Format {
  /// Recognises a format by the content of a file; what is none of the others is taken for a table.
  init(recognising text: SourceText) {
    if text.bytes.first(where: { !$0.isBlank }) == UInt8(ascii: "{") {
      self = .jsonLines
    } else if LinkedInConnections(text) != nil {
      self = .linkedInConnections
    } else {
      self = .csv
    }
  }
}
