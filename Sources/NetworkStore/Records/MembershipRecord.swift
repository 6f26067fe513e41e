internal import GRDB
internal import Matchmaking

/// One member of one group as a row.
struct MembershipRecord: StoredPart {
  let group: String
  let contact: Contact.ID

  static let table = "membership"
  static let columns = [#""group""#, "contact"]
  static let keyCount = 2

  /// The rows of a group.
  static func records(of group: Group) -> [MembershipRecord] {
    group.members.map { MembershipRecord(group: group.name, contact: $0) }
  }

  private init(group: String, contact: Contact.ID) {
    self.group = group
    self.contact = contact
  }

  init(row: Row) throws {
    self.init(group: row[0], contact: Contact.ID(row[1]))
  }

  var key: MembershipRecord { self }

  func write(to row: inout StoredRow) {
    row.add(group)
    row.add(contact.rawValue)
  }
}
