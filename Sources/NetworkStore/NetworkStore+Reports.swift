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

  /// What the reports of the weeks before one showed, each opportunity as it was last shown, by reader; the host's own
  /// report has the reader nil.
  ///
  /// - Parameters:
  ///   - week: the week that is not looked at any more.
  ///   - weeks: how many weeks before it are looked at.
  /// - Throws: a ``NetworkStoreError``.
  public func shown(
    before week: Week, weeks: Int
  ) throws(NetworkStoreError) -> [Contact.ID?: [Shown]] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT reader, opportunity, id, title, latest FROM shown WHERE week < ? AND week >= ?
          ORDER BY reader, opportunity, week
          """,
        arguments: [week.monday.description, week.monday.adding(days: -7 * weeks).description])
      var byReader: [Contact.ID?: [Shown]] = [:]
      for row in rows {
        let (reader, shown) = Self.shown(row)
        if byReader[reader]?.last?.opportunity == shown.opportunity { byReader[reader]?.removeLast() }
        byReader[reader, default: []].append(shown)
      }
      return byReader
    }
  }

  /// What the first report of a week showed of each opportunity, by reader, in the order of the page.
  ///
  /// - Throws: a ``NetworkStoreError``.
  public func shown(in week: Week) throws(NetworkStoreError) -> [Contact.ID?: [Shown]] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql:
          "SELECT reader, opportunity, id, title, content FROM shown WHERE week = ? ORDER BY reader, place",
        arguments: [week.monday.description])
      return Dictionary(grouping: rows.map(Self.shown), by: \.reader).mapValues { $0.map(\.shown) }
    }
  }

  private static func shown(_ row: Row) -> (reader: Contact.ID?, shown: Shown) {
    let reader: String = row[0]
    return (
      reader.isEmpty ? nil : Contact.ID(reader),
      Shown(opportunity: row[1], id: row[2], title: row[3], content: row[4])
    )
  }

  /// The opportunities that a report showed under a short name, each once.
  ///
  /// - Throws: a ``NetworkStoreError``.
  public func shown(called id: String) throws(NetworkStoreError) -> [Shown] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT opportunity, id, title, content FROM shown WHERE id = ? AND reader = '' ORDER BY week DESC
          """,
        arguments: [id])
      var seen: Set<String> = []
      return rows.filter { seen.insert($0[0]).inserted }
        .map { Shown(opportunity: $0[0], id: $0[1], title: $0[2], content: $0[3]) }
    }
  }

  /// Keeps what a week's reports showed, beside what the earlier ones of that week did, whose words and places stay.
  ///
  /// - Parameter shown: what stands on each reader's page, in its order; the host's own report has the reader nil.
  /// - Throws: a ``NetworkStoreError``; then nothing was changed.
  public func record(
    _ shown: [(reader: Contact.ID?, shown: [Shown])], in week: Week
  ) throws(NetworkStoreError) {
    try write { database in
      let monday = week.monday.description
      let statement = try database.cachedStatement(
        sql: """
          INSERT INTO shown (reader, week, opportunity, place, id, title, content, latest)
          VALUES (?1, ?2, ?3, (SELECT coalesce(max(place) + 1, 0) FROM shown WHERE reader = ?1 AND week = ?2), ?4, ?5, ?6, ?6)
          ON CONFLICT DO UPDATE SET latest = excluded.latest
          """)
      for (reader, shown) in shown {
        for one in shown {
          try statement.execute(arguments: [
            reader?.rawValue ?? "", monday, one.opportunity, one.id, one.title, one.content,
          ])
        }
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

  /// Lets reports show an opportunity again. Returns whether it had been silenced.
  ///
  /// - Throws: a ``NetworkStoreError``; then nothing was changed.
  public func unsilence(_ opportunity: String) throws(NetworkStoreError) -> Bool {
    var wasSilenced = false
    try write { database in
      try database.execute(sql: "DELETE FROM silenced WHERE opportunity = ?", arguments: [opportunity])
      wasSilenced = database.changesCount > 0
    }
    return wasSilenced
  }
}
