internal import GRDB

/// A table of a network by its names alone, for work that is the same on all of them.
struct TableShape {
  let table: String
  let columns: [String]
  let keyCount: Int

  init<Part: StoredPart>(_ part: Part.Type) {
    (table, columns, keyCount) = (Part.table, Part.columns, Part.keyCount)
  }

  /// All tables; what refers to others comes after them.
  static let all = [
    TableShape(ContactRecord.self), TableShape(BarrierRecord.self), TableShape(ListingRecord.self),
    TableShape(TieRecord.self), TableShape(GroupRecord.self), TableShape(MembershipRecord.self),
    TableShape(InteractionRecord.self), TableShape(IntroductionRecord.self), TableShape(ThanksRecord.self),
    TableShape(HostRecord.self),
  ]

  /// The row with a key, if it is there.
  func row(_ key: some Collection<DatabaseValue>, in database: Database) throws -> [DatabaseValue]? {
    let statement = try database.cachedStatement(
      sql: "SELECT \(columns.joined(separator: ", ")) FROM \(table) WHERE \(condition)")
    let row = try Row.fetchOne(statement, arguments: StatementArguments(key))
    return row.map { row in columns.indices.map { row[$0] } }
  }

  func delete(_ key: some Collection<DatabaseValue>, in database: Database) throws {
    try database.cachedStatement(sql: "DELETE FROM \(table) WHERE \(condition)")
      .execute(arguments: StatementArguments(key))
  }

  /// Puts a row in, or changes the one with its key in place.
  func put(_ values: [DatabaseValue], in database: Database) throws {
    let rest = columns.dropFirst(keyCount).map { "\($0) = excluded.\($0)" }
    let conflict =
      rest.isEmpty
      ? "ON CONFLICT DO NOTHING"
      : "ON CONFLICT (\(columns.prefix(keyCount).joined(separator: ", "))) DO UPDATE SET \(rest.joined(separator: ", "))"
    // A trigger lets no introduction take a step back; taking a change back must.
    if table == IntroductionRecord.table { try delete(values.prefix(keyCount), in: database) }
    try database.execute(
      sql: """
        INSERT INTO \(table) (\(columns.joined(separator: ", "))) \
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) \(conflict)
        """, arguments: StatementArguments(values))
  }

  private var condition: String {
    // IS finds NULL, which = doesn't.
    columns.prefix(keyCount).map { "\($0) IS ?" }.joined(separator: " AND ")
  }
}
