import ArgumentParser
import Interchange

/// The names of formats on the command line.
enum ImportFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl, csv, linkedin

  var format: Format {
    switch self {
    case .jsonl: .jsonLines
    case .csv: .csv
    case .linkedin: .linkedIn
    }
  }

  /// All names, for help.
  static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
