internal import Matchmaking

/// The contacts of a network while a file's records are joined in: finds the contact of each record.
///
/// A record with an identifier is the contact of that identifier; if there is none, a contact of the network
/// with the same key to which no record of the file lays claim by identifier. A record without identifier is
/// the contact with its derived one, else the contact that has the record's strongest known key.
///
/// Records with identifiers must come first, so that it does not matter where in the file they stand and a
/// second import of the file finds every contact again.
struct Roster {
  private(set) var contacts: [Contact]
  private var positions: [Contact.ID: Int] = [:]
  private var index = IdentityIndex()
  /// The identifiers that records of the file give.
  private let named: Set<Contact.ID>
  /// Identifiers of the file for contacts that the network knows under another one.
  private var aliases: [Contact.ID: Int] = [:]
  private var claims: [Int: Contact.ID] = [:]

  /// Begins with the contacts of a network; `named` holds the identifiers that the file's records give.
  init(_ contacts: [Contact], named: Set<Contact.ID>) {
    self.contacts = contacts
    self.named = named
    positions.reserveCapacity(contacts.count)
    for (position, contact) in contacts.enumerated() {
      positions[contact.id] = position
      index.add(IdentityKey.keys(of: contact), at: position)
    }
  }

  /// The contact that the file means by an identifier.
  func position(of id: Contact.ID) -> Int? {
    positions[id] ?? aliases[id]
  }

  /// Joins a record's contact in, as a new contact or to the one it is; tells where it stands.
  ///
  /// - Parameter joinsOnly: whether a record of somebody unknown is left out; nil comes back for it.
  /// - Throws: A ``RecordProblem`` if the contact cannot stand in a network; nothing has changed then.
  mutating func join(_ record: Contact, hasID: Bool, joinsOnly: Bool = false) throws(RecordProblem) -> Int? {
    var record = record
    let keys = IdentityKey.keys(of: record)
    if !hasID { record.id = DerivedIdentifier.contact(record, keys: keys) }
    do { try record.validate() } catch { throw RecordProblem(reason: error.description) }

    let known = position(of: record.id) ?? match(record, keys, claimedBy: hasID ? record.id : nil)
    if known == nil, joinsOnly { return nil }
    let position = known ?? contacts.count
    if known != nil {
      contacts[position].join(record)
      if hasID, contacts[position].id != record.id {
        aliases[record.id] = position
        claims[position] = record.id
      }
    } else {
      contacts.append(record)
      positions[record.id] = position
    }
    index.add(keys, at: position)
    return position
  }

  /// Changes one contact.
  mutating func update(_ position: Int, _ change: (inout Contact) -> Void) {
    change(&contacts[position])
  }

  /// The contact that has a record's strongest known key. Where several have keys of it, one that holds all
  /// that the record says comes first: a record joined earlier must be found again where it went.
  private func match(_ record: Contact, _ keys: [IdentityKey], claimedBy id: Contact.ID?) -> Int? {
    var free: [Int] = []
    for key in keys {
      let positions = index.positions(of: key).filter { position in
        guard let id else { return true }
        return !named.contains(contacts[position].id) && claims[position, default: id] == id
      }
      free += positions.sorted { contacts[$0].id < contacts[$1].id }
    }
    guard free.count > 1 else { return free.first }
    return free.first { position in
      var joined = contacts[position]
      joined.join(record)
      return joined == contacts[position]
    } ?? free.first
  }
}
