internal import GRDB

/// A part of a network as one row of a table.
protocol StoredPart: Hashable {
  /// The table's name, quoted where SQL needs it.
  static var table: String { get }
  /// The columns, in the order of ``values``.
  static var columns: [String] { get }
  /// How many of the first columns make out the row.
  static var keyCount: Int { get }

  /// Reads a row with the columns in their order.
  init(row: Row) throws
  /// The row's values.
  var values: [(any DatabaseValueConvertible)?] { get }
}

extension StoredPart {
  /// All rows of the table.
  static func all(in database: Database) throws -> [Self] {
    let cursor = try Row.fetchCursor(database, sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table)")
    var parts: [Self] = []
    while let row = try cursor.next() { parts.append(try Self(row: row)) }
    return parts
  }

  /// Deletes the rows.
  static func delete(_ parts: [Self], in database: Database) throws {
    guard !parts.isEmpty else { return }
    // IS finds NULL, which = doesn't.
    let condition = columns.prefix(keyCount).map { "\($0) IS ?" }.joined(separator: " AND ")
    let statement = try database.makeStatement(sql: "DELETE FROM \(table) WHERE \(condition)")
    for part in parts { try statement.execute(arguments: StatementArguments(part.values.prefix(keyCount))) }
  }

  /// Inserts the rows; a row with the same key is changed in place, so that what refers to it stays.
  ///
  /// - Parameter note: takes each row's values as they are stored.
  static func insert(
    _ parts: [Self], in database: Database, _ note: ([DatabaseValue]) throws -> Void = { _ in }
  ) throws {
    guard !parts.isEmpty else { return }
    let rest = columns.dropFirst(keyCount).map { "\($0) = excluded.\($0)" }
    let conflict =
      keyCount == columns.count
      ? ""
      : " ON CONFLICT (\(columns.prefix(keyCount).joined(separator: ", "))) DO UPDATE SET \(rest.joined(separator: ", "))"
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO \(table) (\(columns.joined(separator: ", "))) \
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))\(conflict)
        """)
    for part in parts {
      let values = part.values.map { $0?.databaseValue ?? .null }
      statement.setUncheckedArguments(StatementArguments(values))
      try statement.execute()
      try note(values)
    }
  }
}
