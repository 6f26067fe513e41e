import ArgumentParser
import Interchange

/// The names of formats on the command line.
enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl, csv, linkedin, vcard, icalendar, mail, calls

  var format: Format {
    switch self {
    case .jsonl: .jsonLines
    case .csv: .csv
    case .linkedin: .linkedIn
    case .vcard: .vCard
    case .icalendar: .iCalendar
    case .mail: .mail
    case .calls: .calls
    }
  }

  /// All names, for help.
  static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
