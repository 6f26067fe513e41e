internal import GRDB
internal import Matchmaking

extension Row {
  /// The value of a column that holds one of a few words.
  func value<Value: RawRepresentable>(_ column: Int) throws -> Value where Value.RawValue == String {
    let text: String = self[column]
    guard let value = Value(rawValue: text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "'\(text)' is no \(Value.self)")
    }
    return value
  }

  /// The value of a column that holds a day.
  func day(_ column: Int) throws -> Day {
    let text: String = self[column]
    guard let day = Day(text) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "'\(text)' is no day")
    }
    return day
  }
}
