import Foundation
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
  /// - Throws: a ``NetworkStoreError``; then nothing has changed. It is ``NetworkStoreError/mergedSince(path:later:)`` if a part
  ///   names a contact that a later merge has made another one: that merge is to be taken back first.
  /// - Complexity: O(rows of the change + n log n) for n parts of the network.
  public func undo(_ number: Int) throws(NetworkStoreError) -> RecordedChange.Undone? {
    var undone: RecordedChange.Undone?
    try write { database in
      guard
        try Bool.fetchOne(
          database, sql: "SELECT EXISTS (SELECT 1 FROM change WHERE number = ?)", arguments: [number])!
      else { return }
      if let merge = try Self.mergeSince(number, in: database) { throw Undo.MergedSince(title: merge) }
      try Revision.begin(in: database)
      var undo = try Undo(of: number, in: database)
      for shape in TableShape.all.dropFirst().reversed() {
        try undo.remove(Self.added(to: shape, by: number, in: database), shape)
      }
      for shape in TableShape.all { try Self.restore(in: shape, change: number, &undo, database) }
      // Contacts last, when nothing refers any more to whom the change brought but what came since.
      try undo.remove(Self.added(to: TableShape.all[0], by: number, in: database), TableShape.all[0])
      try undo.handOver()
      try database.execute(sql: "DELETE FROM change WHERE number = ?", arguments: [number])
      _ = try Network(stored: database)
      undone = undo.undone
    }
    return undone
  }

  /// The title of the last later merge of a contact whom a change names; nil if there is none, or the change is a merge itself,
  /// which names those that it needs.
  ///
  /// What the change had said of a merged contact is another's by now, with what was said since.
  private static func mergeSince(_ number: Int, in database: Database) throws -> String? {
    let merges = try Row.fetchAll(
      database,
      sql: """
        SELECT later.number, later.title FROM change later JOIN change this ON this.number = ?
        WHERE later.number > this.number AND later.kind = 'merge' AND this.kind <> 'merge' ORDER BY later.number DESC
        """, arguments: [number])
    if merges.isEmpty { return nil }
    let named = try contacts(namedBy: number, in: database)
    for merge in merges {
      let rows = try Data.fetchAll(
        database, sql: "SELECT before FROM changedRow WHERE change = ? AND part = ?",
        arguments: [merge[0] as Int, ContactRecord.table])
      for row in rows {
        var reader = RowBytes.Reader(Array(row))
        if named.contains(try reader.values(1)[0]) { return merge[1] }
      }
    }
    return nil
  }

  /// The contacts whom the rows of a change are about.
  private static func contacts(namedBy number: Int, in database: Database) throws -> Set<DatabaseValue> {
    var contacts: Set<DatabaseValue> = []
    for shape in TableShape.all {
      let columns = Undo.contactColumns(of: shape)
      for key in try added(to: shape, by: number, in: database).map(\.key) {
        let isWhole = columns.allSatisfy { $0 < key.count }
        let row = try isWhole ? key : shape.row(key, in: database) ?? key
        for column in columns where column < row.count { contacts.insert(row[column]) }
      }
      for row in try Data.fetchAll(
        database, sql: "SELECT before FROM changedRow WHERE change = ? AND part = ?",
        arguments: [number, shape.table])
      {
        var reader = RowBytes.Reader(Array(row))
        let values = try reader.values()
        for column in columns { contacts.insert(values[column]) }
      }
    }
    return contacts
  }

  /// The rows that a change put into a table.
  private static func added(
    to shape: TableShape, by number: Int, in database: Database
  ) throws -> [Undo.AddedRow] {
    let chunks = try Data.fetchAll(
      database, sql: "SELECT rows FROM addedRows WHERE change = ? AND part = ? ORDER BY rowid",
      arguments: [number, shape.table])
    var rows: [Undo.AddedRow] = []
    for chunk in chunks {
      var reader = RowBytes.Reader(Array(chunk))
      while !reader.isAtEnd {
        let digest = try reader.number()
        rows.append(Undo.AddedRow(key: try reader.values(shape.keyCount), digest: digest))
      }
    }
    return rows
  }

  /// Brings back what a change altered in a table, or removed from it.
  private static func restore(
    in shape: TableShape, change number: Int, _ undo: inout Undo, _ database: Database
  ) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT before, after FROM changedRow WHERE change = ? AND part = ? ORDER BY rowid",
      arguments: [number, shape.table])
    for row in rows {
      func values(_ column: Int) throws -> [DatabaseValue]? {
        guard let data: Data = row[column] else { return nil }
        var reader = RowBytes.Reader(Array(data))
        return try reader.values()
      }
      guard let before = try values(0) else { continue }
      try undo.restore(before, from: try values(1), shape)
    }
  }
}
