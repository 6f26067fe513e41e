import Foundation
internal import GRDB

/// A row's values as one JSON array: the same values give the same text.
enum RowText {
  static func text(_ values: [DatabaseValue]) -> String {
    var text = "["
    for (index, value) in values.enumerated() {
      if index > 0 { text += "," }
      switch value.storage {
      case .null: text += "null"
      case .int64(let number): text += String(number)
      case .double(let number): text += String(number)
      case .string(let string): quote(string, into: &text)
      case .blob: preconditionFailure("a network's tables hold no blobs")
      }
    }
    return text + "]"
  }

  static func values(_ text: String) throws -> [DatabaseValue] {
    try JSONDecoder().decode([Value].self, from: Data(text.utf8)).map(\.value)
  }

  /// The rows of several texts as one JSON array of them.
  static func rows(_ text: String) throws -> [[DatabaseValue]] {
    try JSONDecoder().decode([[Value]].self, from: Data(text.utf8)).map { $0.map(\.value) }
  }

  /// Adds a string in quotes, with what JSON doesn't allow escaped.
  static func quote(_ string: String, into text: inout String) {
    text += "\""
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      text += string
    } else {
      for scalar in string.unicodeScalars {
        switch scalar {
        case "\"", "\\": text += "\\\(scalar)"
        case _ where scalar.value < 0x20:
          let hex = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }

  private struct Value: Decodable {
    let value: DatabaseValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .null
      } else if let string = try? container.decode(String.self) {
        value = string.databaseValue
      } else if let number = try? container.decode(Int64.self) {
        value = number.databaseValue
      } else {
        value = try container.decode(Double.self).databaseValue
      }
    }
  }
}
