import ArgumentParser

/// What a report can be written as.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case html, md, txt, json, ics, eml

  /// The format that a file's name asks for; nil if it ends otherwise.
  init?(fileName: String) {
    let name = fileName.lowercased()
    if name.hasSuffix(".htm") {
      self = .html
    } else if let format = Self.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) {
      self = format
    } else {
      return nil
    }
  }
}
