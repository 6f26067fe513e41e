internal import GRDB
internal import Matchmaking

/// Thanks as a row.
struct ThanksRecord: StoredPart {
  let thanks: Thanks

  static let table = "thanks"
  static let columns = ["\"from\"", "\"to\"", "day", "favour"]
  static let keyCount = 4

  init(_ thanks: Thanks) {
    self.thanks = thanks
  }

  init(row: Row) throws {
    thanks = Thanks(
      from: Contact.ID(row[0]), to: Contact.ID(row[1]), day: try row.day(2), favour: row[3])
  }

  var key: ThanksRecord { self }

  func write(to row: inout StoredRow) {
    row.add(thanks.from.rawValue)
    row.add(thanks.to.rawValue)
    row.add(thanks.day.description)
    row.add(thanks.favour)
  }
}
