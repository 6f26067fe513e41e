internal import GRDB

/// A table of a network by its names alone, for work that is the same on all of them.
struct TableShape {
  let table: String
  let columns: [String]
  let keyCount: Int

  private let select: String
  private let remove: String
  private let insert: String

  init<Part: StoredPart>(_ part: Part.Type) {
    (table, columns, keyCount) = (Part.table, Part.columns, Part.keyCount)
    let (key, rest) = (columns.prefix(keyCount), columns.dropFirst(keyCount))
    // IS finds NULL, which = doesn't.
    let condition = key.map { "\($0) IS ?" }.joined(separator: " AND ")
    select = "SELECT \(columns.joined(separator: ", ")) FROM \(table) WHERE \(condition)"
    remove = "DELETE FROM \(table) WHERE \(condition)"
    let changes = rest.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
    let conflict =
      rest.isEmpty
      ? "DO NOTHING" : "(\(key.joined(separator: ", "))) DO UPDATE SET \(changes)"
    insert = """
      INSERT INTO \(table) (\(columns.joined(separator: ", "))) \
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", "))) ON CONFLICT \(conflict)
      """
  }

  /// All tables, contacts first; what refers to others comes after them.
  static let all = [
    TableShape(ContactRecord.self), TableShape(BarrierRecord.self), TableShape(ListingRecord.self),
    TableShape(TieRecord.self), TableShape(GroupRecord.self), TableShape(MembershipRecord.self),
    TableShape(InteractionRecord.self), TableShape(IntroductionRecord.self), TableShape(ThanksRecord.self),
    TableShape(HostRecord.self),
  ]

  /// The row with a key, if it is there.
  func row(_ key: some Sequence<DatabaseValue>, in database: Database) throws -> [DatabaseValue]? {
    let cursor = try Row.fetchCursor(
      database.cachedStatement(sql: select), arguments: StatementArguments(key.map { $0 }))
    return try cursor.next().map { row in columns.indices.map { row[$0] } }
  }

  func delete(_ key: some Sequence<DatabaseValue>, in database: Database) throws {
    var row = StoredRow()
    for value in key { row.add(value) }
    try row.execute(database.cachedStatement(sql: remove))
  }

  /// Puts a row in, or changes the one with its key in place.
  func put(_ values: [DatabaseValue], in database: Database) throws {
    // A trigger lets no introduction take a step back; taking a change back must.
    if table == IntroductionRecord.table { try delete(values.prefix(keyCount), in: database) }
    var row = StoredRow()
    for value in values { row.add(value) }
    try row.execute(database.cachedStatement(sql: insert))
  }
}
