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

  /// Whether a file is new; an error if it is another program's, or a newer linkup's.
  static func isNew(_ database: Database, path: String) throws -> Bool {
    let id = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
    guard id == applicationID || (isEmpty && id == 0) else { throw NetworkStoreError.notANetwork(path: path) }
    if try !isEmpty && all.hasBeenSuperseded(database) { throw NetworkStoreError.newer(path: path) }
    return isEmpty
  }
}
