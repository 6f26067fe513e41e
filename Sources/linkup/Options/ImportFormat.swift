import ArgumentParser
import Interchange

/// The names of formats on the command line.
enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl, csv, linkedin, vcard, ldif, icalendar, mail, calls, jsonld, murmurations, komunitin, valueflows,
    foaf

  var format: Format {
    switch self {
    case .jsonl: .jsonLines
    case .csv: .csv
    case .linkedin: .linkedIn
    case .vcard: .vCard
    case .ldif: .ldif
    case .icalendar: .iCalendar
    case .mail: .mail
    case .calls: .calls
    case .jsonld: .jsonLD
    case .murmurations: .murmurations
    case .komunitin: .komunitin
    case .valueflows: .valueflows
    case .foaf: .foaf
    }
  }

  /// All names, for help.
  static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
