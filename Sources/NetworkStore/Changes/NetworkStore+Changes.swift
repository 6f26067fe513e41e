internal import GRDB
internal import Matchmaking

/// Changes that can be taken back.
extension NetworkStore {
  /// The recorded changes, the newest first.
  ///
  /// - Throws: a ``NetworkStoreError``.
  public func changes() throws(NetworkStoreError) -> [RecordedChange] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT number, kind, title, day FROM change ORDER BY number DESC")
        .map { row in
          RecordedChange(number: row[0], kind: try row.value(1), title: row[2], day: try row.day(3))
        }
    }
  }

  /// Takes a change back: what it added goes, what it changed or removed is again as it was.
  ///
  /// What was changed since keeps that change, field by field, and a contact whom something later needs stays.
  ///
  /// - Returns: nil if there is no change of that number.
  /// - Throws: a ``NetworkStoreError``; then nothing has changed.
  /// - Complexity: O(rows of the change + n log n) for n parts of the network.
  public func undo(_ number: Int) throws(NetworkStoreError) -> RecordedChange.Undone? {
    var undone: RecordedChange.Undone?
    try write { database in
      guard
        try Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT 1 FROM change WHERE number = ?)", arguments: [number])!
      else { return }
      var undo = Undo(database)
      for shape in TableShape.all.reversed() {
        let chunks = try String.fetchAll(
          database, sql: "SELECT rows FROM addedRows WHERE change = ? AND part = ? ORDER BY rowid",
          arguments: [number, shape.table])
        for chunk in chunks {
          for row in try RowText.rows(chunk) { try undo.remove(row, shape) }
        }
      }
      for shape in TableShape.all {
        let rows = try Row.fetchAll(
          database, sql: "SELECT before, after FROM changedRow WHERE change = ? AND part = ? ORDER BY rowid",
          arguments: [number, shape.table])
        for row in rows {
          try undo.restore(RowText.values(row[0]), from: (row[1] as String?).map(RowText.values), shape)
        }
      }
      try database.execute(sql: "DELETE FROM change WHERE number = ?", arguments: [number])
      _ = try Network(stored: database)
      undone = undo.undone
    }
    return undone
  }
}

/// A change that is being taken back.
private struct Undo {
  private let database: Database
  private(set) var undone = RecordedChange.Undone()

  init(_ database: Database) { self.database = database }

  /// Removes a row that the change put in, unless it has changed since.
  mutating func remove(_ after: [DatabaseValue], _ shape: TableShape) throws {
    let key = after.prefix(shape.keyCount)
    guard let current = try shape.row(key, in: database) else { return }
    let isNeeded =
      try shape.table == ContactRecord.table
      ? isNeeded(current[0]) : shape.table == GroupRecord.table && hasMembers(current[0])
    guard current == after, !isNeeded else {
      undone.kept.append(Self.name(current, shape))
      return
    }
    try shape.delete(key, in: database)
    undone.restored += 1
  }

  /// Brings a row back that the change altered or removed.
  mutating func restore(_ before: [DatabaseValue], from after: [DatabaseValue]?, _ shape: TableShape) throws {
    let current = try shape.row(before.prefix(shape.keyCount), in: database)
    guard let after, let current else {
      // Removed by the change: it comes back. Removed since: it stays away.
      if after == nil, current == nil {
        try shape.put(before, in: database)
        undone.restored += 1
      }
      return
    }
    var wanted = before
    for index in wanted.indices where current[index] != after[index] {
      wanted[index] =
        Self.list(current[index], without: after[index], but: before[index]) ?? current[index]
    }
    if wanted != before { undone.kept.append(Self.name(current, shape)) }
    guard wanted != current else { return }
    try shape.put(wanted, in: database)
    undone.restored += 1
  }

  /// Whether a group has members that the change did not bring.
  private func hasMembers(_ group: DatabaseValue) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM membership WHERE \"group\" = ?)"),
      arguments: [group])!
  }

  /// Whether something that the change did not bring refers to a contact.
  private func isNeeded(_ contact: DatabaseValue) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: Self.isNeeded), arguments: ["contact": contact])!
  }

  private static let isNeeded =
    "SELECT "
    + references.map { "EXISTS (SELECT 1 FROM \($0) WHERE \($1) = :contact)" }.joined(separator: " OR ")

  private static let references = [
    ("listing", "contact"), ("tie", "first"), ("tie", "second"), ("membership", "contact"),
    ("interaction", "first"), ("interaction", "second"), ("introduction", "first"),
    ("introduction", "second"),
    ("thanks", "\"from\""), ("thanks", "\"to\""), ("contact", "sponsor"), ("doNotIntroduce", "contact"),
    ("doNotIntroduce", "other"), ("host", "contact"),
  ]

  /// A list that was changed since: without what the change had added, and with what it had removed; nil for what is no list.
  private static func list(
    _ current: DatabaseValue, without after: DatabaseValue, but before: DatabaseValue
  ) -> DatabaseValue? {
    let lists = [current, after, before].map { value in
      String.fromDatabaseValue(value).flatMap { $0.hasPrefix("[") ? try? JSONColumn.texts($0) : nil }
    }
    guard let current = lists[0], let after = lists[1], let before = lists[2] else { return nil }
    let kept = current.filter { before.contains($0) || !after.contains($0) }
    let back = before.filter { !after.contains($0) && !kept.contains($0) }
    return JSONColumn.text(kept + back).databaseValue
  }

  private static func name(_ row: [DatabaseValue], _ shape: TableShape) -> String {
    let key = row.prefix(shape.keyCount).compactMap { String.fromDatabaseValue($0) }
    return "\(shape.table.replacing("\"", with: "")) \(key.joined(separator: ", "))"
  }
}
