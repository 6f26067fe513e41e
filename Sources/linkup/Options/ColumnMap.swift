import ArgumentParser
import Interchange

/// What columns of tables mean, as `--map` says it: `needs="Je cherche",offers="J'offre"`.
struct ColumnMap {
  /// By header.
  private(set) var columns: [String: ContactColumn] = [:]

  init(_ arguments: [String]) throws {
    // A comma parts two only where a field's name and = come after it: a header may hold commas.
    for part in arguments.flatMap(Self.parts) {
      let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
      guard sides.count == 2, !sides[1].isEmpty, let column = ContactColumn(rawValue: sides[0]) else {
        let known = ContactColumn.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("--map '\(part)' is not field=header; the fields are \(known).")
      }
      let header = Self.unquoted(sides[1])
      if let other = columns[header], other != column {
        throw ValidationError(
          "--map takes the column '\(header)' for \(other.rawValue) and for \(column.rawValue).")
      }
      columns[header] = column
    }
  }

  /// What was guessed in a file, and how to say it otherwise.
  static func guessed(_ summary: Import.Summary) -> String {
    let guesses = summary.guesses.map { "'\($0.header.shortened(to: 60))' for \($0.column.rawValue)" }
    return
      "\(summary.file): took the column \(guesses.joined(separator: ", ")); if that is wrong, say what the columns mean "
      + "with --map field=\"Header\""
  }

  private static func parts(_ argument: String) -> [String] {
    var parts: [String] = []
    for piece in argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      let field = piece.prefix { $0 != "=" }
      if parts.isEmpty || (piece.contains("=") && ContactColumn(rawValue: String(field)) != nil) {
        parts.append(piece)
      } else {
        parts[parts.count - 1] += "," + piece
      }
    }
    return parts
  }

  private static func unquoted(_ text: String) -> String {
    text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
      ? String(text.dropFirst().dropLast()) : text
  }
}
