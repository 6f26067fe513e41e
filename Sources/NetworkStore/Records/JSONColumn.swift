import Foundation
internal import GRDB
internal import Matchmaking

/// Lists and dictionaries of texts in one column.
enum JSONColumn {
  /// A list as a JSON array.
  static func text(_ texts: [String]) -> String {
    var column = "["
    for (index, text) in texts.enumerated() {
      if index > 0 { column += "," }
      RowText.quote(text, into: &column)
    }
    return column + "]"
  }

  /// A dictionary as a JSON object, its names in order.
  static func text(_ fields: [String: String]) -> String {
    if fields.isEmpty { return "{}" }
    var column = "{"
    for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
      if index > 0 { column += "," }
      RowText.quote(field.key, into: &column)
      column += ":"
      RowText.quote(field.value, into: &column)
    }
    return column + "}"
  }

  /// The sources of fields as a JSON object.
  static func text(_ sources: [FieldSources.Field: String]) -> String {
    text(Dictionary(uniqueKeysWithValues: sources.map { ($0.key.rawValue, $0.value) }))
  }

  /// Reads what ``text(_:)-([FieldSources.Field:String])`` wrote.
  static func sources(_ column: String) throws -> [FieldSources.Field: String] {
    var sources: [FieldSources.Field: String] = [:]
    for (name, source) in try fields(column) {
      guard let field = FieldSources.Field(rawValue: name) else {
        throw DatabaseError(message: "no field is called \(name)")
      }
      sources[field] = source
    }
    return sources
  }

  /// Reads what ``text(_:)-([String])`` wrote.
  static func texts(_ column: String) throws -> [String] {
    if column == "[]" { return [] }
    // Without an escape, no text has a quote in it.
    if !column.utf8.contains(UInt8(ascii: "\\")), column.hasPrefix("[\""), column.hasSuffix("\"]") {
      return column.dropFirst(2).dropLast(2).split(separator: "\",\"", omittingEmptySubsequences: false)
        .map(String.init)
    }
    return try JSONDecoder().decode([String].self, from: Data(column.utf8))
  }

  /// Reads what ``text(_:)-([String:String])`` wrote.
  static func fields(_ column: String) throws -> [String: String] {
    column == "{}" ? [:] : try JSONDecoder().decode([String: String].self, from: Data(column.utf8))
  }
}
