internal import GRDB
internal import Matchmaking

/// One contact to whom another must not be introduced, as a row.
struct BarrierRecord: StoredPart {
  let contact: Contact.ID
  let other: Contact.ID

  static let table = "doNotIntroduce"
  static let columns = ["contact", "other"]
  static let keyCount = 2

  /// The rows of contacts.
  static func records(of contacts: [Contact]) -> [BarrierRecord] {
    // By index: whole contacts would be copied else.
    contacts.indices.flatMap { index -> [BarrierRecord] in
      guard case .these(let others) = contacts[index].doNotIntroduce else { return [] }
      return others.map { BarrierRecord(contact: contacts[index].id, other: $0) }
    }
  }

  private init(contact: Contact.ID, other: Contact.ID) {
    self.contact = contact
    self.other = other
  }

  init(row: Row) throws {
    self.init(contact: Contact.ID(row[0]), other: Contact.ID(row[1]))
  }

  var key: BarrierRecord { self }

  func write(to row: inout StoredRow) {
    row.add(contact.rawValue)
    row.add(other.rawValue)
  }
}
