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
      try Revision.begin(in: database)
      var undo = try Undo(of: number, in: database)
      for shape in TableShape.all.dropFirst().reversed() {
        try Self.remove(from: shape, change: number, &undo, database)
      }
      for shape in TableShape.all { try Self.restore(in: shape, change: number, &undo, database) }
      // Contacts last, when nothing refers any more to whom the change brought but what came since.
      try Self.remove(from: TableShape.all[0], change: number, &undo, database)
      try undo.handOver()
      try database.execute(sql: "DELETE FROM change WHERE number = ?", arguments: [number])
      _ = try Network(stored: database)
      undone = undo.undone
    }
    return undone
  }

  /// Removes what a change put into a table.
  private static func remove(
    from shape: TableShape, change number: Int, _ undo: inout Undo, _ database: Database
  ) throws {
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
    try undo.remove(rows, shape)
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
