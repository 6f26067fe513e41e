internal import GRDB

/// A change that is being taken back.
struct Undo {
  private let database: Database
  private var later: LaterChanges
  private(set) var undone = RecordedChange.Undone()

  init(of number: Int, in database: Database) throws {
    self.database = database
    later = try LaterChanges(after: number, in: database)
  }

  /// Writes down what later changes are to take back from now on, in the stead of this one.
  mutating func handOver() throws { try later.write() }

  /// Removes a row that the change put in, unless it has changed since.
  mutating func remove(_ key: [DatabaseValue], _ digest: UInt64, _ shape: TableShape) throws {
    let current = try shape.row(key, in: database)
    if try later.take(key, shape) {
      if let current { undone.kept.append(Self.name(current, shape)) }
      return
    }
    guard let current, try !later.isAddedAnew(key, shape) else { return }
    let isNeeded =
      switch shape.table {
      case ContactRecord.table: try exists(Self.isNeeded, current[0])
      case GroupRecord.table: try exists("SELECT 1 FROM membership WHERE \"group\" = :part", current[0])
      case ListingRecord.table:
        try exists("SELECT 1 FROM introduction WHERE need = :part OR offer = :part", current[0])
      default: false
      }
    guard RowBytes.digest(RowBytes.bytes(of: current)[...]) == digest else {
      undone.kept.append(Self.name(current, shape))
      return
    }
    guard !isNeeded else {
      if shape.table == ContactRecord.table {
        try later.adopt(key, digest, shape, neededBy: try references(to: current[0]))
      }
      undone.kept.append(Self.name(current, shape))
      return
    }
    try shape.delete(key, in: database)
    undone.restored += 1
  }

  /// Brings a row back that the change altered or removed.
  mutating func restore(_ before: [DatabaseValue], from after: [DatabaseValue]?, _ shape: TableShape) throws {
    let current = try shape.row(before.prefix(shape.keyCount), in: database)
    if let after {
      let key = before.prefix(shape.keyCount)
      try later.rewrite(key, shape) { Self.reverted($0, from: after, to: before) }
      if try later.isAddedAnew(key, shape) { return }
    }
    guard let after, let current else {
      // Removed by the change: it comes back. Removed since: it stays away.
      if after == nil, try later.bringBack(before, shape) { return }
      if after == nil, current == nil, try hasContacts(before, shape) {
        try shape.put(before, in: database)
        undone.restored += 1
      }
      return
    }
    let wanted = Self.reverted(current, from: after, to: before)
    if wanted != before { undone.kept.append(Self.name(current, shape)) }
    guard wanted != current else { return }
    try shape.put(wanted, in: database)
    undone.restored += 1
  }

  /// Whether the contacts are there whom a row names.
  private func hasContacts(_ row: [DatabaseValue], _ shape: TableShape) throws -> Bool {
    for (table, column) in Self.references where table == shape.table {
      let contact = row[shape.columns.firstIndex(of: column)!]
      if !contact.isNull, try !exists("SELECT 1 FROM contact WHERE id = :part", contact) { return false }
    }
    return true
  }

  /// Whether something that the change did not bring refers to a part.
  private func exists(_ query: String, _ part: DatabaseValue) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (\(query))"), arguments: ["part": part])!
  }

  /// What refers to a contact: tables, with what makes out their rows.
  private func references(to contact: DatabaseValue) throws -> [(table: String, key: [DatabaseValue])] {
    try Self.references.flatMap { table, column in
      let shape = TableShape.all.first { $0.table == table }!
      let statement = try database.cachedStatement(
        sql:
          "SELECT \(shape.columns.prefix(shape.keyCount).joined(separator: ", ")) FROM \(table) WHERE \(column) = ?"
      )
      return try Row.fetchAll(statement, arguments: [contact]).map { row in
        (table, (0..<shape.keyCount).map { column -> DatabaseValue in row[column] })
      }
    }
  }

  private static let isNeeded =
    references.map { "SELECT 1 FROM \($0) WHERE \($1) = :part" }.joined(separator: " UNION ALL ")

  private static let references = [
    ("listing", "contact"), ("tie", "first"), ("tie", "second"), ("membership", "contact"),
    ("interaction", "first"), ("interaction", "second"), ("introduction", "first"),
    ("introduction", "second"),
    ("thanks", "\"from\""), ("thanks", "\"to\""), ("contact", "sponsor"), ("doNotIntroduce", "contact"),
    ("doNotIntroduce", "other"), ("host", "contact"),
  ]

  /// A row without what a change had made of it; a value that something else made of it stays.
  private static func reverted(
    _ row: [DatabaseValue], from after: [DatabaseValue], to before: [DatabaseValue]
  ) -> [DatabaseValue] {
    row.indices.map { index in
      row[index] == after[index]
        ? before[index] : list(row[index], without: after[index], but: before[index]) ?? row[index]
    }
  }

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
