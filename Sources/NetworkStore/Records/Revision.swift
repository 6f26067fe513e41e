internal import GRDB

/// What tells a state of a network from all others, of whichever file: it is drawn anew with each change.
enum Revision {
  /// The present one.
  static func stamp(in database: Database) throws -> String {
    try String.fetchOne(database, sql: "SELECT stamp FROM revision") ?? ""
  }

  /// Begins another one.
  static func begin(in database: Database) throws {
    try database.execute(sql: "UPDATE revision SET stamp = hex(randomblob(16))")
  }
}
