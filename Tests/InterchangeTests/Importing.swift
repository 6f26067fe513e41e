import Foundation
import Interchange
import Matchmaking

/// What an import makes of a text, as the tests write it.
func imported(
  _ text: String, into existing: Network = .empty, as format: Format? = nil
) throws -> Import {
  try imported(Data(text.utf8), into: existing, as: format)
}

/// What an import makes of bytes.
func imported(
  _ data: Data, into existing: Network = .empty, as format: Format? = nil
) throws -> Import {
  try Import(of: data, named: "file", into: existing, options: Import.Options(format: format))
}

/// The message of the error with which an import of bytes ends; nil if it succeeds.
func failure(_ data: Data, as format: Format? = nil) -> String? {
  do throws(ImportError) {
    _ = try Import(of: data, named: "file", options: Import.Options(format: format))
    return nil
  } catch {
    return error.description
  }
}

extension Import.Summary {
  /// The numbers in one line: read, added, updated, unchanged, merged, skipped.
  var line: String { "\(read) = \(added) + \(updated) + \(unchanged) + \(merged) + \(skippedRecords)" }

  /// Whether each record counts once.
  var addsUp: Bool { read == added + updated + unchanged + merged + strangers + skippedRecords }

  /// The reports as the command line prints them.
  var reports: [String] { skipped.map(\.description) }
}

extension Network {
  /// The network without what says which file gave each field.
  var unsourced: Network {
    get throws {
      try with(
        contacts: contacts.map { contact in
          var contact = contact
          contact.sources = FieldSources()
          return contact
        })
    }
  }

  /// The network as JSON Lines.
  var jsonLines: String {
    var text = ""
    Export(self).jsonLines { text += $0 }
    return text
  }

  /// The network as CSV.
  var csv: String {
    var text = ""
    Export(self).csv { text += $0 }
    return text
  }
}
