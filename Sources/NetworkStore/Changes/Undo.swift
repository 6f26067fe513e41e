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

  /// A row that the change put in: what makes it out, and a number that tells whether it has changed since.
  struct AddedRow {
    let key: [DatabaseValue]
    let digest: UInt64
  }

  /// Removes the rows that the change put into a table, but for those that have changed since, or that others need.
  mutating func remove(_ rows: [AddedRow], _ shape: TableShape) throws {
    let sponsors = shape.table == ContactRecord.table ? try sponsorsThatStay(rows, shape) : []
    // Not before all have been looked at: a contact whose sponsor goes has none.
    for row in try rows.filter({ try goes($0, shape, sponsors) }) {
      try shape.delete(lastEqual(row.key, shape), in: database)
      undone.restored += 1
    }
  }

  /// Whether a row goes; one that stays is named, and handed to the changes that it stays for.
  private mutating func goes(
    _ row: AddedRow, _ shape: TableShape, _ sponsors: Set<DatabaseValue>
  ) throws -> Bool {
    if try later.take(row.key, shape) {
      if let current = try shape.row(row.key, in: database) { undone.kept.append(Self.name(current, shape)) }
      return false
    }
    guard let current = try shape.row(lastEqual(row.key, shape), in: database),
      try !later.isAddedAnew(row.key, shape)
    else { return false }
    // Of an interaction all is in the key.
    guard shape.table == InteractionRecord.table || Self.isUnchanged(current, row) else {
      undone.kept.append(Self.name(current, shape))
      return false
    }
    guard try !isNeeded(current, shape), !sponsors.contains(current[0]) else {
      try later.adopt(row.key, row.digest, shape, neededBy: try references(to: current[0], of: shape))
      undone.kept.append(Self.name(current, shape))
      return false
    }
    return true
  }

  /// Of equal interactions, which differ by their numbers alone, the last; any other row's key as it is. What is numbered without
  /// gaps is numbered as those of a network are.
  private func lastEqual(_ key: [DatabaseValue], _ shape: TableShape) throws -> [DatabaseValue] {
    guard shape.table == InteractionRecord.table else { return key }
    let last = try DatabaseValue.fetchOne(
      database.cachedStatement(
        sql: "SELECT max(number) FROM interaction WHERE "
          + InteractionRecord.columns.dropLast().map { "\($0) IS ?" }.joined(separator: " AND ")),
      arguments: StatementArguments(key.dropLast()))
    guard let last, !last.isNull else { return key }
    return key.dropLast() + [last]
  }

  private static func isUnchanged(_ current: [DatabaseValue], _ row: AddedRow) -> Bool {
    RowBytes.digest(RowBytes.bytes(of: current)[...]) == row.digest
  }

  /// Whether a row of another kind refers to one.
  private func isNeeded(_ current: [DatabaseValue], _ shape: TableShape) throws -> Bool {
    switch shape.table {
    case ContactRecord.table: try exists(Self.isNeeded, current[0])
    case GroupRecord.table: try exists("SELECT 1 FROM membership WHERE \"group\" = :part", current[0])
    case ListingRecord.table:
      try exists("SELECT 1 FROM introduction WHERE need = :part OR offer = :part", current[0])
    default: false
    }
  }

  /// The sponsors of contacts that stay, and theirs, and so on: of those that the change put in, contacts that sponsor one another
  /// may all go.
  private mutating func sponsorsThatStay(
    _ rows: [AddedRow], _ shape: TableShape
  ) throws -> Set<DatabaseValue> {
    let sponsored = try Row.fetchAll(
      database, sql: "SELECT id, sponsor FROM contact WHERE sponsor IS NOT NULL")
    if sponsored.isEmpty { return [] }
    let sponsors = Dictionary(
      uniqueKeysWithValues: sponsored.map { ($0[0] as DatabaseValue, $0[1] as DatabaseValue) })
    var going: Set<DatabaseValue> = []
    for row in rows where sponsors[row.key[0]] != nil {
      guard let current = try shape.row(row.key, in: database), Self.isUnchanged(current, row),
        try !later.takes(row.key, shape), try !later.isAddedAnew(row.key, shape),
        try !isNeeded(current, shape)
      else { continue }
      going.insert(row.key[0])
    }
    var staying: Set<DatabaseValue> = []
    for contact in sponsors.keys where !going.contains(contact) {
      var contact = contact
      while let sponsor = sponsors[contact], staying.insert(sponsor).inserted { contact = sponsor }
    }
    return staying
  }

  /// Brings a row back that the change altered or removed.
  ///
  /// - Throws: ``MergedSince`` if it names a contact that a later change has made another one.
  mutating func restore(_ before: [DatabaseValue], from after: [DatabaseValue]?, _ shape: TableShape) throws {
    let current = try shape.row(before.prefix(shape.keyCount), in: database)
    for contact in try contactsMissing(before, shape) {
      if let title = try later.removal(ofContact: contact) { throw MergedSince(title: title) }
    }
    if let after {
      let key = before.prefix(shape.keyCount)
      try later.rewrite(key, shape) { Self.reverted($0, from: after, to: before) }
      if try later.isAddedAnew(key, shape) { return }
    }
    if after == nil, shape.table == InteractionRecord.table {
      return try bringBack(interaction: before, shape)
    }
    guard let after, let current else {
      // Removed by the change: it comes back. Removed since: it stays away.
      if after == nil, try later.bringBack(before, shape) { return }
      if after == nil, current == nil, try contactsMissing(before, shape).isEmpty {
        if shape.table == MembershipRecord.table {
          // The group may have gone with its last member.
          try database.execute(
            sql: "INSERT OR IGNORE INTO \"group\" (name) VALUES (?)", arguments: [before[0]])
        }
        try shape.put(before, in: database)
        undone.restored += 1
      }
      return
    }
    // What the host has typed since stays as a whole.
    let isTyped =
      shape.columns.firstIndex(of: "byHost").map {
        current[$0] != after[$0] || current[$0] == true.databaseValue && current != after
      } ?? false
    let wanted = isTyped ? current : Self.reverted(current, from: after, to: before)
    if wanted != before { undone.kept.append(Self.name(current, shape)) }
    guard wanted != current else { return }
    try shape.put(wanted, in: database)
    undone.restored += 1
  }

  /// Brings an interaction back that the change had removed, behind those that are equal to it.
  private mutating func bringBack(interaction row: [DatabaseValue], _ shape: TableShape) throws {
    if try later.bringBack(row, shape) { return }
    guard try contactsMissing(row, shape).isEmpty else { return }
    let last = try lastEqual(row, shape)
    let isFirst = try shape.row(last, in: database) == nil
    let number = isFirst ? 1 : (Int.fromDatabaseValue(last[last.count - 1]) ?? 0) + 1
    try shape.put(row.dropLast() + [number.databaseValue], in: database)
    undone.restored += 1
  }

  /// The contacts whom a row names and who are not there.
  private func contactsMissing(_ row: [DatabaseValue], _ shape: TableShape) throws -> [DatabaseValue] {
    try Self.references.compactMap { table, column in
      guard table == shape.table else { return nil }
      let contact = row[shape.columns.firstIndex(of: column)!]
      let isMissing = try !contact.isNull && !exists("SELECT 1 FROM contact WHERE id = :part", contact)
      return isMissing ? contact : nil
    }
  }

  /// A contact of the change has been made another one since.
  struct MergedSince: Error {
    /// The later change's title.
    let title: String
  }

  /// Whether something that the change did not bring refers to a part.
  private func exists(_ query: String, _ part: DatabaseValue) throws -> Bool {
    try Bool.fetchOne(
      database.cachedStatement(sql: "SELECT EXISTS (\(query))"), arguments: ["part": part])!
  }

  /// What refers to a part of a table: tables, with what makes out their rows.
  private func references(
    to part: DatabaseValue, of shape: TableShape
  ) throws -> [(table: String, key: [DatabaseValue])] {
    let references: [(String, String)] =
      switch shape.table {
      case ContactRecord.table: Self.references
      case GroupRecord.table: [("membership", "\"group\"")]
      case ListingRecord.table: [("introduction", "need"), ("introduction", "offer")]
      default: []
      }
    return try references.flatMap { table, column in
      let shape = TableShape.all.first { $0.table == table }!
      let statement = try database.cachedStatement(
        sql:
          "SELECT \(shape.columns.prefix(shape.keyCount).joined(separator: ", ")) FROM \(table) WHERE \(column) = ?"
      )
      return try Row.fetchAll(statement, arguments: [part]).map { row in
        (table, (0..<shape.keyCount).map { column -> DatabaseValue in row[column] })
      }
    }
  }

  private static let isNeeded = references.filter { $0.0 != ContactRecord.table }
    .map { "SELECT 1 FROM \($0) WHERE \($1) = :part" }.joined(separator: " UNION ALL ")

  /// Where the rows of a table name contacts.
  static func contactColumns(of shape: TableShape) -> [Int] {
    (shape.table == ContactRecord.table ? [0] : [])
      + references.filter { $0.0 == shape.table }.compactMap { shape.columns.firstIndex(of: $0.1) }
  }

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
        ? before[index]
        : list(row[index], without: after[index], but: before[index])
          ?? fields(row[index], without: after[index], but: before[index]) ?? row[index]
    }
  }

  /// Named fields that were changed since: those that the change had made what they are, as they were before; nil for what has
  /// no such.
  private static func fields(
    _ current: DatabaseValue, without after: DatabaseValue, but before: DatabaseValue
  ) -> DatabaseValue? {
    let all = read([current, after, before], "{", JSONColumn.fields)
    guard var fields = all[0], let after = all[1], let before = all[2] else { return nil }
    for name in Set(after.keys).union(before.keys) where fields[name] == after[name] {
      fields[name] = before[name]
    }
    var column: [UInt8] = []
    JSONColumn.write(fields, to: &column)
    return String(decoding: column, as: UTF8.self).databaseValue
  }

  /// A list that was changed since: without what the change had added, and with what it had removed; nil for what is no list.
  private static func list(
    _ current: DatabaseValue, without after: DatabaseValue, but before: DatabaseValue
  ) -> DatabaseValue? {
    let lists = read([current, after, before], "[", JSONColumn.texts)
    guard let current = lists[0], let after = lists[1], let before = lists[2] else { return nil }
    let kept = current.filter { before.contains($0) || !after.contains($0) }
    let back = before.filter { !after.contains($0) && !kept.contains($0) }
    return JSONColumn.text(kept + back).databaseValue
  }

  /// What columns hold in JSON that begins with a bracket; nil for what they don't.
  private static func read<Parts>(
    _ columns: [DatabaseValue], _ bracket: String, _ parts: (String) throws -> Parts
  ) -> [Parts?] {
    columns.map { column in
      String.fromDatabaseValue(column).flatMap { $0.hasPrefix(bracket) ? try? parts($0) : nil }
    }
  }

  private static func name(_ row: [DatabaseValue], _ shape: TableShape) -> String {
    let key = row.prefix(shape.keyCount).compactMap { String.fromDatabaseValue($0) }
    return "\(shape.table.replacing("\"", with: "")) \(key.joined(separator: ", "))"
  }
}
