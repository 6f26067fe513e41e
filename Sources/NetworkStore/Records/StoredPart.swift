internal import GRDB

/// A part of a network as one row of a table.
protocol StoredPart: Hashable {
  /// What makes out the row among those of its table.
  associatedtype Key: Hashable

  /// The table's name, quoted where SQL needs it.
  static var table: String { get }
  /// The columns, in the order of ``write(to:)``.
  static var columns: [String] { get }
  /// How many of the first columns make out the row.
  static var keyCount: Int { get }

  /// Reads a row with the columns in their order.
  init(row: Row) throws
  /// What makes out the row.
  var key: Key { get }
  /// Adds the row's values to an empty row.
  func write(to row: inout StoredRow)
}

extension StoredPart {
  /// All rows of the table, or those that fulfil any of some conditions.
  static func all(
    in database: Database, where conditions: String..., arguments: StatementArguments = []
  ) throws -> [Self] {
    let select = "SELECT \(columns.joined(separator: ", ")) FROM \(table)"
    // Each condition with an index of its own: OR would read the whole table.
    let sql =
      conditions.isEmpty ? select : conditions.map { "\(select) WHERE \($0)" }.joined(separator: " UNION ")
    let cursor = try Row.fetchCursor(database, sql: sql, arguments: arguments)
    var parts: [Self] = []
    while let row = try cursor.next() { parts.append(try Self(row: row)) }
    return parts
  }

  /// Deletes rows.
  static func delete(_ parts: some Sequence<Self>, in database: Database) throws {
    // IS finds NULL, which = doesn't.
    let condition = columns.prefix(keyCount).map { "\($0) IS ?" }.joined(separator: " AND ")
    try execute("DELETE FROM \(table) WHERE \(condition)", for: parts, in: database) { row, _ in
      row.keepFirst(keyCount)
    }
  }

  /// Adds rows whose keys are not there, and tells a recorder.
  ///
  /// - Parameter part: the part with a number.
  static func insert(
    _ count: Int, in database: Database, recordedBy recorder: ChangeRecorder?, _ part: (Int) -> Self
  ) throws {
    guard count > 0 else { return }
    let statement = try database.makeStatement(
      sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) "
        + "VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))")
    let isRecorded = recorder != nil
    try RowBatch.each(of: count) { number, batch in
      batch.add(part(number), isRecorded: isRecorded)
    } use: { batch in
      try batch.execute(statement)
      try recorder?.record(added: batch.record, in: table)
    }
  }

  /// Changes rows in place, so that what refers to them stays.
  ///
  /// - Parameter note: takes each row as it is stored, with its number among the parts.
  static func update(
    _ parts: some Sequence<Self>, in database: Database, _ note: (StoredRow, Int) throws -> Void = { _, _ in }
  ) throws {
    let numbered = columns.enumerated().map { "\($0.element) = ?\($0.offset + 1)" }
    let key = columns.prefix(keyCount).enumerated().map { "\($0.element) IS ?\($0.offset + 1)" }
    let sql =
      "UPDATE \(table) SET \(numbered.dropFirst(keyCount).joined(separator: ", ")) "
      + "WHERE \(key.joined(separator: " AND "))"
    try execute(sql, for: parts, in: database) { row, number in try note(row, number) }
  }

  private static func execute(
    _ sql: String, for parts: some Sequence<Self>, in database: Database,
    _ prepare: (inout StoredRow, Int) throws -> Void
  ) throws {
    let statement = try database.makeStatement(sql: sql)
    var row = StoredRow()
    var number = 0
    for part in parts {
      row.removeAll()
      part.write(to: &row)
      try prepare(&row, number)
      try row.execute(statement)
      number += 1
    }
  }
}
