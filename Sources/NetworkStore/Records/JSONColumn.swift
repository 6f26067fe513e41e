import Foundation
internal import GRDB
internal import Matchmaking

/// Lists and dictionaries of texts in one column.
enum JSONColumn {
  /// A list as a JSON array.
  static func text(_ texts: [String]) -> String {
    texts.isEmpty ? "[]" : encoded(texts)
  }

  /// A dictionary as a JSON object, its names in order.
  static func text(_ fields: [String: String]) -> String {
    fields.isEmpty ? "{}" : encoded(fields)
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
    column == "[]" ? [] : try JSONDecoder().decode([String].self, from: Data(column.utf8))
  }

  /// Reads what ``text(_:)-([String:String])`` wrote.
  static func fields(_ column: String) throws -> [String: String] {
    column == "{}" ? [:] : try JSONDecoder().decode([String: String].self, from: Data(column.utf8))
  }

  private static func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { preconditionFailure("texts can't be written as JSON") }
    return String(decoding: data, as: UTF8.self)
  }
}
