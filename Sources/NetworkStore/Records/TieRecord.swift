internal import GRDB
internal import Matchmaking

/// A tie as a row.
struct TieRecord: StoredPart {
  let tie: Tie

  static let table = "tie"
  static let columns = ["first", "second", "kind", "since", "byHost"]
  static let keyCount = 2

  init(_ tie: Tie) {
    self.tie = tie
  }

  init(row: Row) throws {
    tie = Tie(
      Contact.ID(row[0]), Contact.ID(row[1]), kind: try row.value(2),
      since: (row[3] as String?).flatMap { Day($0) }, byHost: row[4])
  }

  var values: [(any DatabaseValueConvertible)?] {
    [tie.first.rawValue, tie.second.rawValue, tie.kind.rawValue, tie.since?.description, tie.byHost]
  }
}
