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
  /// Added rows of one table, not yet written.
  private var rows: [UInt8] = []
  /// One row, to be digested.
  private var buffer: [UInt8] = []

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
        change, table, Data(RowBytes.bytes(of: before)), after.map { Data(RowBytes.bytes(of: $0)) },
      ])
  }

  /// A row that was not there before.
  mutating func record(added row: StoredRow, key count: Int, in table: String) throws {
    buffer.removeAll(keepingCapacity: true)
    RowBytes.append(row, first: row.cells.count, to: &buffer)
    RowBytes.append(RowBytes.digest(buffer), to: &rows)
    RowBytes.append(row, first: count, to: &rows)
    if rows.count >= Self.most { try finish(table) }
  }

  /// Writes what is left of a table's added rows.
  mutating func finish(_ table: String) throws {
    guard !rows.isEmpty else { return }
    try added.execute(arguments: [change, table, Data(rows)])
    rows.removeAll(keepingCapacity: true)
  }

  private static let most = 65_536
}
