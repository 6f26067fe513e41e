import Foundation
internal import GRDB

/// Writes down what a change does to the rows of a network, so that it can be taken back.
///
/// Of a row that was changed or removed, the values before and after; of one that was added, what makes it out and a
/// number that tells whether it is still the same, for an import adds rows by the hundred thousand.
struct ChangeRecorder {
  private let change: Int64
  private let changed: Statement
  private let added: Statement

  init(_ change: Int64, in database: Database) throws {
    self.change = change
    changed = try database.makeStatement(
      sql: "INSERT INTO changedRow (change, part, before, after) VALUES (?, ?, ?, ?)")
    added = try database.makeStatement(sql: "INSERT INTO addedRows (change, part, rows) VALUES (?, ?, ?)")
  }

  /// A row that was changed, or removed: nil after.
  func record(from before: StoredRow, to after: StoredRow?, in table: String) throws {
    try changed.execute(
      arguments: [
        change, table, Data(before.bytes), after.map { Data($0.bytes) },
      ])
  }

  /// Rows that were not there before, as ``append(added:from:key:to:)`` wrote them.
  func record(added rows: [UInt8], in table: String) throws {
    try added.execute(arguments: [change, table, Data(rows)])
  }

  /// Writes what is recorded of a row that was not there before: its digest, and what makes it out.
  ///
  /// - Parameters:
  ///   - bytes: ends with the row.
  ///   - start: where it begins.
  ///   - count: how many of its values make it out.
  static func append(added bytes: [UInt8], from start: Int, key count: Int, to rows: inout [UInt8]) {
    RowBytes.append(RowBytes.digest(bytes[start...]), to: &rows)
    rows.append(contentsOf: bytes[start..<RowBytes.end(of: count, in: bytes, from: start)])
  }
}
