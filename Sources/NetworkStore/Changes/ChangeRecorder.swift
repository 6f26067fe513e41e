internal import GRDB

/// Writes down what a change does to the rows of a network, so that it can be taken back.
struct ChangeRecorder {
  private let change: Int64
  private let changed: Statement
  private let added: Statement
  /// Rows of one table that weren't there before, not yet written: an import adds them by the hundred thousand.
  private var rows = ""
  private var count = 0

  init(_ change: Int64, in database: Database) throws {
    self.change = change
    changed = try database.makeStatement(
      sql: "INSERT INTO changedRow (change, part, before, after) VALUES (?, ?, ?, ?)")
    added = try database.makeStatement(sql: "INSERT INTO addedRows (change, part, rows) VALUES (?, ?, ?)")
  }

  /// A row that was changed, removed (nil after) or added (nil before).
  mutating func record(from before: [DatabaseValue]?, to after: [DatabaseValue]?, in table: String) throws {
    guard before == nil, let after else {
      return try changed.execute(
        arguments: [change, table, before.map(RowText.text), after.map(RowText.text)])
    }
    rows += rows.isEmpty ? "[" : ","
    rows += RowText.text(after)
    count += 1
    if count == Self.most { try finish(table) }
  }

  /// Writes what is left of a table's added rows.
  mutating func finish(_ table: String) throws {
    guard count > 0 else { return }
    try added.execute(arguments: [change, table, rows + "]"])
    (rows, count) = ("", 0)
  }

  private static let most = 500
}
