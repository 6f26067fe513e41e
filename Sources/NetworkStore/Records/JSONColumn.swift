import Foundation
internal import GRDB
internal import Matchmaking

/// Lists and dictionaries of texts in one column.
enum JSONColumn {
  /// A list as a JSON array.
  static func text(_ texts: [String]) -> String {
    var column: [UInt8] = []
    write(texts, to: &column)
    return String(decoding: column, as: UTF8.self)
  }

  /// Adds a list as a JSON array.
  static func write(_ texts: [String], to column: inout [UInt8]) {
    column.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { column.append(UInt8(ascii: ",")) }
      quote(text, to: &column)
    }
    column.append(UInt8(ascii: "]"))
  }

  /// Adds a dictionary as a JSON object, its names in order.
  static func write(_ fields: [String: String], to column: inout [UInt8]) {
    column.append(UInt8(ascii: "{"))
    if !fields.isEmpty {
      for (index, field) in fields.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { column.append(UInt8(ascii: ",")) }
        quote(field.key, to: &column)
        column.append(UInt8(ascii: ":"))
        quote(field.value, to: &column)
      }
    }
    column.append(UInt8(ascii: "}"))
  }

  /// Adds the sources of fields as a JSON object.
  static func write(_ sources: [FieldSources.Field: String], to column: inout [UInt8]) {
    write(
      sources.isEmpty ? [:] : Dictionary(uniqueKeysWithValues: sources.map { ($0.key.rawValue, $0.value) }),
      to: &column)
  }

  /// Reads what ``write(_:to:)-([FieldSources.Field:String],_)`` wrote.
  static func sources(_ column: String) throws -> [FieldSources.Field: String] {
    if column == "{}" { return [:] }
    var sources: [FieldSources.Field: String] = [:]
    for (name, source) in try fields(column) {
      guard let field = FieldSources.Field(rawValue: name) else {
        throw DatabaseError(message: "no field is called \(name)")
      }
      sources[field] = source
    }
    return sources
  }

  /// Reads what ``text(_:)`` wrote.
  static func texts(_ column: String) throws -> [String] {
    if column == "[]" { return [] }
    if let texts = plain(column) { return texts }
    return try JSONDecoder().decode([String].self, from: Data(column.utf8))
  }

  /// Reads what ``write(_:to:)-([String:String],_)`` wrote.
  static func fields(_ column: String) throws -> [String: String] {
    if column == "{}" { return [:] }
    return try JSONDecoder().decode([String: String].self, from: Data(column.utf8))
  }

  /// The texts of a list none of which has anything escaped, and so none a quote in it; nil if one may have.
  ///
  /// By bytes: a text that begins with a combining mark makes one letter with the quote before it.
  private static func plain(_ column: String) -> [String]? {
    var column = column
    let quote = UInt8(ascii: "\"")
    return column.withUTF8 { bytes -> [String]? in
      let end = bytes.count - 2
      guard end >= 2, bytes.starts(with: "[\"".utf8), bytes[end...].elementsEqual("\"]".utf8),
        !bytes.contains(UInt8(ascii: "\\"))
      else { return nil }
      var texts: [String] = []
      var start = 2
      while let next = bytes[start...end].firstIndex(of: quote) {
        texts.append(String(decoding: bytes[start..<next], as: UTF8.self))
        if next == end { return texts }
        guard bytes[next...].starts(with: "\",\"".utf8), next + 3 <= end else { return nil }
        start = next + 3
      }
      return nil
    }
  }

  /// Adds a string in quotes, with what JSON doesn't allow escaped.
  private static func quote(_ string: String, to column: inout [UInt8]) {
    column.append(UInt8(ascii: "\""))
    var string = string
    string.withUTF8 { bytes in
      if bytes.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
        column.append(contentsOf: bytes)
      } else {
        for byte in bytes { escape(byte, to: &column) }
      }
    }
    column.append(UInt8(ascii: "\""))
  }

  private static func escape(_ byte: UInt8, to column: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): column += [UInt8(ascii: "\\"), byte]
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      column += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: column.append(byte)
    }
  }
}
