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
  /// Where the records went that would have been contacts of other identifiers: others of their file name them by those.
  private var joined: [Contact.ID: Int] = [:]
  private var index = IdentityIndex()
  /// The identifiers that records of the file give.
  private var named: Set<Contact.ID> = []
  /// Who has a name, folded, for records that have nothing else; made when it is first asked for.
  private var positionsByName: [String: [Int]]?
  /// Who has a telephone number, for records that have nothing else; made when it is first asked for.
  private var positionsByNumber: [String: Set<Int>]?
  /// Contacts to whom records of the file with identifiers of their own were joined.
  private var claims: [Int: Contact.ID] = [:]
  /// Of what kinds the files are that the contacts of the network, and of the files before this one, came from.
  private var kinds: Set<String> = []
  private var comingKind: String?
  /// The kind of the file that was last asked for: that of all its records.
  private var latestKind = (origin: "", kind: NewerRecord.kind(of: ""))
  /// The `UID`s that several cards of the file bear.
  private var repeatedUIDs: Set<IdentityKey> = []
  /// The names in the file, and how often each stands there, once that is asked for.
  private var fileNames: [String] = []
  private var counts: [String: Int]?

  /// Begins with the contacts of a network.
  init(_ contacts: [Contact]) {
    self.contacts = contacts
    positions.reserveCapacity(contacts.count)
    for (position, contact) in contacts.enumerated() {
      positions[contact.id] = position
      for alias in contact.aliases { positions[alias] = position }
      index.add(IdentityKey.keys(of: contact), at: position)
    }
    kinds = Set(Set(contacts.map { $0.sources.origin ?? "" }).map(NewerRecord.kind))
  }

  /// Makes room for so many contacts more.
  mutating func reserve(_ count: Int) {
    contacts.reserveCapacity(contacts.count + count)
    positions.reserveCapacity(positions.count + count)
    index.reserve(count)
  }

  /// Says which identifiers and names the records of a file give, before they are joined in.
  ///
  /// - Parameter source: the file.
  mutating func announce(_ records: [ContactRecord], from source: String) {
    named = Set(records.lazy.filter { $0.hasID }.map { $0.contact.id })
    claims = [:]
    repeatedUIDs = []
    var uids: Set<IdentityKey> = []
    for case let uid? in records.lazy.map({ IdentityKey.uid(of: $0.contact) })
    where !uids.insert(uid).inserted {
      repeatedUIDs.insert(uid)
    }
    if let comingKind { kinds.insert(comingKind) }
    counts = nil
    fileNames = kinds.isEmpty ? [] : records.map { $0.contact.name }
    comingKind = NewerRecord.kind(of: source)
  }

  /// The contact of an identifier, which may be one of its aliases.
  func position(of id: Contact.ID) -> Int? { positions[id] }

  /// The contact that a record means by an identifier: also one that a record joined which would have had it.
  func positionMeant(by id: Contact.ID) -> Int? { positions[id] ?? joined[id] }

  /// The one contact that a record calls by an address or by first and last name; nil if it may be several, or none.
  mutating func position(called text: String) -> Int? {
    let found = Set(IdentityKey.keys(meantBy: text).flatMap(index.positions))
    if !found.isEmpty { return found.count == 1 ? found.first : nil }
    return FoldedText(text).text.contains(" ") ? onlyBearer(of: text) : nil
  }

  /// Joins a record's contact in, as a new contact or to the one it is; tells where it stands.
  ///
  /// - Parameters:
  ///   - record: the record, whose contact is moved, not copied, if it is new: they are many.
  ///   - identity: whom the record is about.
  ///   - source: the file, which gave what the record does not say it has from elsewhere.
  ///   - since: when a contact was connected with the host.
  /// - Returns: nil for somebody unknown where the record only adds to contacts.
  mutating func join(
    _ record: inout ContactRecord, _ identity: RecordIdentity, from source: String,
    since: (_ position: Int, Contact.ID) -> Day?
  ) -> Int? {
    // Not before: threads that have contacts with the same source wait for each other to count who refers to it.
    if record.contact.sources == FieldSources() { record.contact.sources = FieldSources(source) }
    let keys = identity.keys
    let (hasID, joinsOnly) = (identity.isGiven, record.joinsOnly)
    var known =
      position(of: record.contact.id)
      ?? match(record.contact, keys, claimedBy: hasID ? record.contact.id : nil)
    if known == nil, !hasID, !record.fillsOnly, let bearer = olderRecord(of: record, since) {
      known = bearer
    }
    // A name alone is enough to add a message to a contact, not to change the contact.
    if known == nil, record.fillsOnly, keys.isEmpty, let bearer = onlyBearer(of: record.contact.name) {
      return bearer
    }
    // So is a number that one contact alone has.
    if known == nil, joinsOnly, record.contact.name.isBlank,
      let bearer = onlyBearer(ofNumbersOf: record.contact)
    {
      return bearer
    }
    if known == nil, joinsOnly { return nil }
    let position = known ?? contacts.count
    if !record.contact.aliases.isEmpty {
      record.contact.aliases.removeAll { positions[$0] != nil && positions[$0] != position }
    }
    if known != nil {
      if record.contact.id != contacts[position].id { self.joined[record.contact.id] = position }
      // Found by it again, whatever has become of the contact by then.
      if positions[record.contact.id] == nil { record.contact.aliases.append(record.contact.id) }
      if hasID, contacts[position].id != record.contact.id { claims[position] = record.contact.id }
      if record.fillsOnly, !contacts[position].name.isBlank { record.contact.name = "" }
      contacts[position].join(record.contact)
    } else {
      let id = record.contact.id
      record.contact.aliases.removeAll { $0 == id }
      positions[id] = position
    }
    for alias in record.contact.aliases { positions[alias] = position }
    index.add(keys, at: position)
    if positionsByName != nil, known == nil { note(name: record.contact.name, at: position) }
    if positionsByNumber != nil { note(numbersOf: record.contact, at: position) }
    if known == nil {
      contacts.append(Contact(id: Contact.ID(""), name: ""))
      swap(&contacts[position], &record.contact)
    }
    return position
  }

  /// The contact that an older file of the same kind gave, if a record without a known key says anew what that said; see
  /// ``NewerRecord``.
  private mutating func olderRecord(
    of record: ContactRecord, _ since: (Int, Contact.ID) -> Day?
  ) -> Int? {
    guard !kinds.isEmpty, !record.contact.name.isBlank, let origin = record.contact.sources.origin else {
      return nil
    }
    if origin != latestKind.origin { latestKind = (origin, NewerRecord.kind(of: origin)) }
    guard kinds.contains(latestKind.kind), let bearer = onlyBearer(of: record.contact.name) else {
      return nil
    }
    if counts == nil {
      counts = [:]
      for name in fileNames { counts?[FoldedText(name).text, default: 0] += 1 }
    }
    guard counts?[FoldedText(record.contact.name).text] == 1 else { return nil }
    let newer = NewerRecord(
      record: record.contact, known: contacts[bearer], since: since(bearer, contacts[bearer].id),
      recordSince: record.connectedOn)
    return newer.isOfSamePerson ? bearer : nil
  }

  /// The one contact of a name; nil if there are several, or none.
  private mutating func onlyBearer(of name: String) -> Int? {
    if positionsByName == nil {
      positionsByName = [:]
      for (position, contact) in contacts.enumerated() { note(name: contact.name, at: position) }
    }
    let bearers = positionsByName?[FoldedText(name).text] ?? []
    return bearers.count == 1 ? bearers[0] : nil
  }

  /// The one contact who has one of a record's telephone numbers, whatever his name; nil if there are several, or none.
  private mutating func onlyBearer(ofNumbersOf record: Contact) -> Int? {
    if positionsByNumber == nil {
      positionsByNumber = [:]
      for (position, contact) in contacts.enumerated() { note(numbersOf: contact, at: position) }
    }
    let bearers = Self.numbers(of: record).reduce(into: Set<Int>()) {
      $0.formUnion(positionsByNumber?[$1] ?? [])
    }
    return bearers.count == 1 ? bearers.first : nil
  }

  private mutating func note(numbersOf contact: Contact, at position: Int) {
    for number in Self.numbers(of: contact) { positionsByNumber?[number, default: []].insert(position) }
  }

  private static func numbers(of contact: Contact) -> [String] {
    contact.phones.compactMap { PhoneNumber($0, country: contact.place?.country)?.text }
  }

  private mutating func note(name: String, at position: Int) {
    let name = FoldedText(name).text
    if !name.isEmpty { positionsByName?[name, default: []].append(position) }
  }

  /// Whose tie the host has taken away.
  func strangers() -> Set<ContactPair> {
    contacts.reduce(into: []) { pairs, contact in
      if contact.unknownFields.isEmpty { return }
      // A merge may have made an alias of what the contact was called.
      for case let other? in contact.strangers.map(position) {
        pairs.insert(ContactPair(contact.id, contacts[other].id))
      }
    }
  }

  /// The contacts, of whom none is left here: they are many, and to be moved rather than copied.
  mutating func takeContacts() -> [Contact] {
    defer { contacts = [] }
    return contacts
  }

  /// Changes one contact.
  mutating func update(_ position: Int, _ change: (inout Contact) -> Void) {
    change(&contacts[position])
  }

  /// Whether a record may be of a contact, by the contact's name; where that is short, A. Durand, by the names too of those who have
  /// joined it: Anna has taken it, and Alain is another.
  private func mayBe(_ record: Contact, at position: Int) -> Bool {
    let contact = contacts[position]
    guard contact.mayBe(record) else { return false }
    guard !contact.aliases.isEmpty, PersonName.isLess(contact.name, than: record.name) else { return true }
    return contact.aliases.allSatisfy { alias in
      DerivedIdentifier.name(in: alias).map { PersonName.areCompatible($0, record.name) } ?? true
    }
  }

  /// The contact that has a record's strongest known key. Where several have keys of it, one that holds all
  /// that the record says comes first: a record joined earlier must be found again where it went.
  private func match(_ record: Contact, _ keys: [IdentityKey], claimedBy id: Contact.ID?) -> Int? {
    var free: [Int] = []
    for key in keys {
      let bearers = index.positions(of: key)
      if bearers.isEmpty { continue }
      // One card of one UID is the same person's by whatever name, married or mended since.
      let isSame = key.isUnique && bearers.count == 1 && !repeatedUIDs.contains(key)
      let positions = bearers.filter { position in
        guard isSame || !key.needsAgreement || mayBe(record, at: position) else { return false }
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
