internal import GRDB
internal import Matchmaking

/// The host as the one row of its table.
struct HostRecord: StoredPart {
  let contact: Contact.ID

  static let table = "host"
  static let columns = ["number", "contact"]
  static let keyCount = 1

  init(_ contact: Contact.ID) {
    self.contact = contact
  }

  init(row: Row) throws {
    contact = Contact.ID(row[1])
  }

  var key: Int { 1 }

  func write(to row: inout StoredRow) {
    row.add(1)
    row.add(contact.rawValue)
  }
}
