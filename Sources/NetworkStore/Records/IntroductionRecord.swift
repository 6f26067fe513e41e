internal import GRDB
internal import Matchmaking

/// An introduction as a row.
struct IntroductionRecord: StoredPart {
  let introduction: Introduction

  static let table = "introduction"
  static let columns = [
    "first", "second", "since", "day", "state", "asked", "declinedBy", "reason", "need", "offer", "relevance",
  ]
  static let keyCount = 3

  init(_ introduction: Introduction) {
    self.introduction = introduction
  }

  init(row: Row) throws {
    let need: String? = row[8]
    let offer: String? = row[9]
    introduction = Introduction(
      Contact.ID(row[0]), Contact.ID(row[1]), state: try row.value(4), day: try row.day(3),
      since: try row.day(2),
      subject: need.flatMap { need in
        offer.map {
          Introduction.Subject(need: Listing.ID(need), offer: Listing.ID($0), relevance: row[10])
        }
      },
      asked: (row[5] as String?).map { Contact.ID($0) },
      declinedBy: (row[6] as String?).map { Contact.ID($0) }, reason: row[7])
  }

  /// The two contacts, and when they were proposed.
  struct Key: Hashable {
    let first, second: Contact.ID
    let since: Day
  }

  var key: Key {
    Key(first: introduction.first, second: introduction.second, since: introduction.since)
  }

  func write(to row: inout StoredRow) {
    row.add(introduction.first.rawValue)
    row.add(introduction.second.rawValue)
    row.add(introduction.since.description)
    row.add(introduction.day.description)
    row.add(introduction.state.rawValue)
    row.add(introduction.asked?.rawValue)
    row.add(introduction.declinedBy?.rawValue)
    row.add(introduction.reason)
    row.add(introduction.subject?.need.rawValue)
    row.add(introduction.subject?.offer.rawValue)
    row.add(introduction.subject?.relevance)
  }

  /// Takes rows that are there already through the states that lie before these, since the schema lets none be skipped: what
  /// happened elsewhere may come in by one import.
  static func approach(_ introductions: [Introduction], in database: Database) throws {
    for introduction in introductions {
      let key = [introduction.first.rawValue, introduction.second.rawValue, introduction.since.description]
      let place = "WHERE first = ? AND second = ? AND since = ?"
      guard
        let name = try String.fetchOne(
          database, sql: "SELECT state FROM introduction \(place)", arguments: StatementArguments(key)),
        let state = Introduction.State(rawValue: name)
      else { continue }
      for between in state.steps(to: introduction.state).dropLast() {
        try database.execute(
          sql: "UPDATE introduction SET state = ? \(place)",
          arguments: StatementArguments([between.rawValue] + key))
      }
    }
  }
}
