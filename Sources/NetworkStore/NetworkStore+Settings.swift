internal import GRDB
public import Matchmaking

extension NetworkStore {
  /// The network's settings: the standard ones, and what was changed of them.
  ///
  /// - Throws: a ``NetworkStoreError``.
  public func settings() throws(NetworkStoreError) -> Settings {
    try read { database in
      var settings = Settings.standard
      for row in try Row.fetchAll(database, sql: "SELECT name, value FROM setting") {
        if let name = Settings.Name(rawValue: row[0]) { settings[name] = row[1] }
      }
      return settings
    }
  }

  /// Keeps settings in place of those that are kept.
  ///
  /// - Throws: a ``NetworkStoreError``; then nothing was changed.
  public func keep(_ settings: Settings) throws(NetworkStoreError) {
    try write { database in
      try database.execute(sql: "DELETE FROM setting")
      for name in Settings.Name.allCases where settings[name] != Settings.standard[name] {
        try database.execute(
          sql: "INSERT INTO setting VALUES (?, ?)", arguments: [name.rawValue, settings[name]])
      }
    }
  }
}
