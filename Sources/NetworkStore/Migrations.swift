internal import GRDB

/// The schema, as steps that are never edited once they have been released.
enum Migrations {
  /// "lnku": marks a SQLite file as a network of linkup.
  static let applicationID: Int32 = 0x6C6E_6B75

  /// All steps, oldest first.
  static var all: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1", migrate: SchemaV1.create)
    return migrator
  }

  /// Whether there is no network in a file yet, be it that a process stopped while it made one; an error if
  /// it is another program's, or a newer linkup's.
  static func isNew(_ database: Database, path: String) throws -> Bool {
    let id = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let isEmpty =
      try Int.fetchOne(
        database, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") == 0
    guard id == applicationID || (isEmpty && id == 0) else { throw NetworkStoreError.notANetwork(path: path) }
    if try all.hasBeenSuperseded(database) { throw NetworkStoreError.newer(path: path) }
    return isEmpty
  }

  /// Marks a new file as a network, before anything else is written: whatever stops what follows, the file is
  /// not taken for another program's.
  static func claim(_ database: Database, path: String) throws {
    try database.inTransaction(.exclusive) {
      if try isNew(database, path: path) {
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      }
      return .commit
    }
  }

  /// Takes all steps that a file lacks.
  static func run(on queue: DatabaseQueue) throws {
    do {
      try all.migrate(queue)
    } catch {
      // A step is one transaction: where it fails because another process was faster, nothing is left to do.
      guard try queue.read(all.hasCompletedMigrations) else { throw error }
    }
  }
}
