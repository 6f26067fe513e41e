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

  /// The two contacts.
  struct Key: Hashable {
    let first, second: Contact.ID
  }

  var key: Key { Key(first: tie.first, second: tie.second) }

  func write(to row: inout StoredRow) {
    row.add(tie.first.rawValue)
    row.add(tie.second.rawValue)
    row.add(tie.kind.rawValue)
    row.add(tie.since?.description)
    row.add(tie.byHost)
  }
}
