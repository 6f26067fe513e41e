internal import GRDB
public import Matchmaking

/// What reports showed, so that none repeats itself.
extension NetworkStore {
  /// One thing that a report showed.
  public struct Shown: Hashable, Sendable {
    /// Names the opportunity from week to week.
    public let opportunity: String
    /// Its short name, to type.
    public let id: String
    /// Who it was about.
    public let title: String
    /// What a reader would notice if it changed.
    public let content: String

    /// One thing that a report showed.
    public init(opportunity: String, id: String, title: String, content: String) {
      (self.opportunity, self.id, self.title, self.content) = (opportunity, id, title, content)
    }
  }

  /// What the reports of the weeks before one showed, each opportunity as it was last shown.
  ///
  /// - Parameters:
  ///   - week: the week that is not looked at any more.
  ///   - weeks: how many weeks before it are looked at.
  /// - Throws: a ``NetworkStoreError``.
  public func shown(before week: Week, weeks: Int) throws(NetworkStoreError) -> [Shown] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT opportunity, id, title, latest FROM shown WHERE week < ? AND week >= ? ORDER BY week",
        arguments: [week.monday.description, week.monday.adding(days: -7 * weeks).description])
      var last: [String: Shown] = [:]
      for row in rows {
        last[row[0]] = Shown(opportunity: row[0], id: row[1], title: row[2], content: row[3])
      }
      return last.values.sorted { $0.opportunity < $1.opportunity }
    }
  }

  /// What the first report of a week showed of each opportunity.
  ///
  /// - Throws: a ``NetworkStoreError``.
  public func shown(in week: Week) throws(NetworkStoreError) -> [Shown] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT opportunity, id, title, content FROM shown WHERE week = ? ORDER BY opportunity",
        arguments: [week.monday.description]
      ).map { Shown(opportunity: $0[0], id: $0[1], title: $0[2], content: $0[3]) }
    }
  }

  /// The opportunities that a report showed under a short name, each once.
  ///
  /// - Throws: a ``NetworkStoreError``.
  public func shown(called id: String) throws(NetworkStoreError) -> [Shown] {
    try read { database in
      let rows = try Row.fetchAll(
        database, sql: "SELECT opportunity, id, title, content FROM shown WHERE id = ? ORDER BY week DESC",
        arguments: [id])
      var seen: Set<String> = []
      return rows.filter { seen.insert($0[0]).inserted }
        .map { Shown(opportunity: $0[0], id: $0[1], title: $0[2], content: $0[3]) }
    }
  }

  /// Keeps what a week's report showed, beside what the earlier ones of that week did, whose words stay.
  ///
  /// - Throws: a ``NetworkStoreError``; then nothing was changed.
  public func record(_ shown: [Shown], in week: Week) throws(NetworkStoreError) {
    try write { database in
      let monday = week.monday.description
      for one in shown {
        try database.execute(
          sql: """
            INSERT INTO shown (week, opportunity, id, title, content, latest) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET latest = excluded.latest
            """,
          arguments: [monday, one.opportunity, one.id, one.title, one.content, one.content])
      }
    }
  }

  /// The opportunities that are not to be shown on a day.
  ///
  /// - Throws: a ``NetworkStoreError``.
  public func silenced(asOf day: Day) throws(NetworkStoreError) -> Set<String> {
    try read { database in
      try Set(
        String.fetchAll(
          database, sql: "SELECT opportunity FROM silenced WHERE until IS NULL OR until > ?",
          arguments: [day.description]))
    }
  }

  /// Shows an opportunity no more until a day, or never again.
  ///
  /// - Throws: a ``NetworkStoreError``; then nothing was changed.
  public func silence(_ opportunity: String, until day: Day?) throws(NetworkStoreError) {
    try write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO silenced VALUES (?, ?)", arguments: [opportunity, day?.description])
    }
  }
}
