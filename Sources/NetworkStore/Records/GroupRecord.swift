internal import GRDB
internal import Matchmaking

/// A group's name as a row.
struct GroupRecord: StoredPart {
  let name: String

  static let table = #""group""#
  static let columns = ["name"]
  static let keyCount = 1

  init(_ group: Group) {
    name = group.name
  }

  init(row: Row) throws {
    name = row[0]
  }

  var key: String { name }

  func write(to row: inout StoredRow) { row.add(name) }
}
