import Foundation
internal import GRDB

/// The recorded changes that came after one that is being taken back: what that one brought and they altered or need is
/// theirs to take back from then on, so that nothing is left when all are, in whatever order.
struct LaterChanges {
  private let number: Int
  private let database: Database
  /// Whether there is any.
  private let isFollowed: Bool
  /// By table and what makes out a row: the records of its changes, the oldest first.
  private var changed: [String: [[UInt8]: [Record]]] = [:]
  /// By table and what makes out a row: the other changes that added it, the oldest first; read when they are first
  /// asked for.
  private var added: [String: [[UInt8]: [Int]]]?
  /// Rows to be added to what changes added.
  private var adopted: [Adoption: [UInt8]] = [:]

  private struct Record {
    let rowID: Int64
    let change: Int
    let before: [DatabaseValue]
    let after: [DatabaseValue]?
  }

  private struct Adoption: Hashable {
    let change: Int
    let table: String
  }

  init(after number: Int, in database: Database) throws {
    (self.number, self.database) = (number, database)
    isFollowed = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM change WHERE number > ?)", arguments: [number])!
    let cursor = try Row.fetchCursor(
      database,
      sql: "SELECT rowid, change, part, before, after FROM changedRow WHERE change > ? ORDER BY rowid",
      arguments: [number])
    let counts = Dictionary(uniqueKeysWithValues: TableShape.all.map { ($0.table, $0.keyCount) })
    while let row = try cursor.next() {
      func values(_ data: Data) throws -> [DatabaseValue] {
        var reader = RowBytes.Reader(Array(data))
        return try reader.values()
      }
      let (table, after): (String, Data?) = (row[2], row[4])
      let before = try values(row[3])
      let key = RowBytes.bytes(of: before.prefix(counts[table] ?? 1))
      changed[table, default: [:]][key, default: []].append(
        Record(rowID: row[0], change: row[1], before: before, after: try after.map(values)))
    }
  }

  /// Whether a row that was there after the change has gone since, and a later change added another in its stead.
  mutating func isAddedAnew(_ key: some Sequence<DatabaseValue>, _ shape: TableShape) throws -> Bool {
    try addingAnew(key, shape) != nil
  }

  /// A row that the change had removed, and that another stands for by now, or did: the change that added that one is to
  /// bring this one back, when it is taken back itself. False if there is no such change.
  mutating func bringBack(_ row: [DatabaseValue], _ shape: TableShape) throws -> Bool {
    guard let change = try addingAnew(row.prefix(shape.keyCount), shape) else { return false }
    try database.execute(
      sql: "UPDATE changedRow SET change = ? WHERE change = ? AND part = ? AND before = ?",
      arguments: [change, number, shape.table, Data(RowBytes.bytes(of: row))])
    return true
  }

  /// Hands a row that the change had added to the first one that altered or removed it since: it is as if that one had
  /// added it, or as if it had never been. False if there is no such change.
  mutating func take(_ key: [DatabaseValue], _ shape: TableShape) throws -> Bool {
    guard let record = try record(taking: key, shape) else { return false }
    try database.execute(sql: "DELETE FROM changedRow WHERE rowid = ?", arguments: [record.rowID])
    if let after = record.after {
      try adopt(key, RowBytes.digest(RowBytes.bytes(of: after)[...]), shape, record.change)
    }
    return true
  }

  /// The title of the first later change that removed a contact; nil if none did.
  func removal(ofContact id: DatabaseValue) throws -> String? {
    let records = changed[ContactRecord.table]?[RowBytes.bytes(of: [id])] ?? []
    guard let change = records.first(where: { $0.after == nil })?.change else { return nil }
    return try String.fetchOne(
      database, sql: "SELECT title FROM change WHERE number = ?", arguments: [change])
  }

  /// Whether a later change altered or removed a row that the change had added.
  mutating func takes(_ key: [DatabaseValue], _ shape: TableShape) throws -> Bool {
    try record(taking: key, shape) != nil
  }

  private mutating func record(taking key: [DatabaseValue], _ shape: TableShape) throws -> Record? {
    guard let record = changed[shape.table]?[RowBytes.bytes(of: key)]?.first else { return nil }
    // What came in its stead has a life of its own.
    if let other = try addingAnew(key, shape), other < record.change { return nil }
    return record
  }

  /// The first later change that added a row.
  private mutating func addingAnew(_ key: some Sequence<DatabaseValue>, _ shape: TableShape) throws -> Int? {
    guard isFollowed else { return nil }
    return try changes(adding: RowBytes.bytes(of: key), to: shape.table).first { $0 > number }
  }

  /// A row stays since others refer to it: it is as if the first other change that brought one of them had
  /// added it.
  mutating func adopt(
    _ key: [DatabaseValue], _ digest: UInt64, _ shape: TableShape,
    neededBy references: [(table: String, key: [DatabaseValue])]
  ) throws {
    let owners = try references.compactMap {
      try changes(adding: RowBytes.bytes(of: $0.key), to: $0.table).last
    }
    if let change = owners.min() { try adopt(key, digest, shape, change) }
  }

  /// Makes the records of a row what they would be without the change.
  mutating func rewrite(
    _ key: some Sequence<DatabaseValue>, _ shape: TableShape,
    _ revert: ([DatabaseValue]) -> [DatabaseValue]
  ) throws {
    guard let records = changed[shape.table]?[RowBytes.bytes(of: key)] else { return }
    let end = try addingAnew(key, shape) ?? .max
    for record in records where record.change <= end {
      try database.execute(
        sql: "UPDATE changedRow SET before = ?, after = ? WHERE rowid = ?",
        arguments: [
          Data(RowBytes.bytes(of: revert(record.before))),
          record.after.map { Data(RowBytes.bytes(of: revert($0))) }, record.rowID,
        ])
      if record.after == nil { return }
    }
  }

  /// Writes down what was adopted.
  func write() throws {
    for (adoption, rows) in adopted {
      try database.execute(
        sql: "INSERT INTO addedRows (change, part, rows) VALUES (?, ?, ?)",
        arguments: [adoption.change, adoption.table, Data(rows)])
    }
  }

  private mutating func adopt(
    _ key: [DatabaseValue], _ digest: UInt64, _ shape: TableShape, _ change: Int
  ) throws {
    if added == nil { added = try readAdded() }
    added?[shape.table, default: [:]][RowBytes.bytes(of: key), default: []].append(change)
    added?[shape.table]?[RowBytes.bytes(of: key)]?.sort()
    let adoption = Adoption(change: change, table: shape.table)
    RowBytes.append(digest, to: &adopted[adoption, default: []])
    adopted[adoption, default: []] += RowBytes.bytes(of: key)
  }

  private mutating func changes(adding key: [UInt8], to table: String) throws -> [Int] {
    if added == nil { added = try readAdded() }
    return added?[table]?[key] ?? []
  }

  private func readAdded() throws -> [String: [[UInt8]: [Int]]] {
    var added: [String: [[UInt8]: [Int]]] = [:]
    for shape in TableShape.all {
      let cursor = try Row.fetchCursor(
        database, sql: "SELECT change, rows FROM addedRows WHERE change <> ? AND part = ? ORDER BY change",
        arguments: [number, shape.table])
      while let row = try cursor.next() {
        let data: Data = row[1]
        var reader = RowBytes.Reader(Array(data))
        while !reader.isAtEnd {
          _ = try reader.number()
          let key = RowBytes.bytes(of: try reader.values(shape.keyCount))
          added[shape.table, default: [:]][key, default: []].append(row[0])
        }
      }
    }
    return added
  }
}
