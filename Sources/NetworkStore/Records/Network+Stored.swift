internal import GRDB
internal import Matchmaking

extension Network {
  /// Reads a whole network.
  init(stored database: Database) throws {
    var barred: [Contact.ID: Set<Contact.ID>] = [:]
    for barrier in try BarrierRecord.all(in: database) {
      barred[barrier.contact, default: []].insert(barrier.other)
    }
    var members: [String: [Contact.ID]] = [:]
    for membership in try MembershipRecord.all(in: database) {
      members[membership.group, default: []].append(membership.contact)
    }
    try self.init(
      contacts: ContactRecord.all(in: database).map { record in
        var contact = record.contact
        if contact.doNotIntroduce == .none, let others = barred[contact.id] {
          contact.doNotIntroduce = .these(others)
        }
        return contact
      },
      listings: ListingRecord.all(in: database).map(\.listing),
      ties: TieRecord.all(in: database).map(\.tie),
      groups: GroupRecord.all(in: database).map { Group(name: $0.name, members: members[$0.name] ?? []) },
      interactions: InteractionRecord.all(in: database).map(\.interaction),
      introductions: IntroductionRecord.all(in: database).map(\.introduction),
      thanks: ThanksRecord.all(in: database).map(\.thanks),
      host: HostRecord.all(in: database).first?.contact)
  }

  /// Writes what differs between this network and the one that is stored, and if it is to be recorded, what was there
  /// before.
  func store(
    replacing stored: Network, recordedAs note: RecordedChange.Note?, in database: Database
  ) throws {
    guard self != stored else { return }
    let changes: [any TableChange] = [
      Change(from: stored.contacts.map(ContactRecord.init), to: contacts.map(ContactRecord.init)),
      Change(
        from: stored.contacts.flatMap(BarrierRecord.records), to: contacts.flatMap(BarrierRecord.records)),
      Change(from: stored.listings.map(ListingRecord.init), to: listings.map(ListingRecord.init)),
      Change(from: stored.ties.map(TieRecord.init), to: ties.map(TieRecord.init)),
      Change(from: stored.groups.map(GroupRecord.init), to: groups.map(GroupRecord.init)),
      Change(
        from: stored.groups.flatMap(MembershipRecord.records), to: groups.flatMap(MembershipRecord.records)),
      Change(
        from: InteractionRecord.records(of: stored.interactions),
        to: InteractionRecord.records(of: interactions)),
      Change(
        from: stored.introductions.map(IntroductionRecord.init),
        to: introductions.map(IntroductionRecord.init)),
      Change(from: stored.thanks.map(ThanksRecord.init), to: thanks.map(ThanksRecord.init)),
      Change(
        from: [stored.host].compactMap { $0.map(HostRecord.init) },
        to: [host].compactMap { $0.map(HostRecord.init) }),
    ]
    try IntroductionRecord.approach(introductions, in: database)
    // What refers to others goes first, and comes last.
    for change in changes.reversed() { try change.delete(in: database) }
    guard let note else {
      for change in changes { try change.insert(in: database) }
      return
    }
    try database.execute(
      sql: "INSERT INTO change (kind, title, day) VALUES (?, ?, ?)",
      arguments: [note.kind.rawValue, note.title, note.day.description])
    var recorder = try ChangeRecorder(database.lastInsertedRowID, in: database)
    for change in changes { try change.insert(in: database, recordedBy: &recorder) }
    // The oldest imports can't be taken back any more, so that a file doesn't grow for ever.
    try database.execute(
      sql: """
        DELETE FROM change WHERE kind = 'import' AND number NOT IN
        (SELECT number FROM change WHERE kind = 'import' ORDER BY number DESC LIMIT \(Self.recordedImports))
        """)
  }

  private static let recordedImports = 20
}

/// What is to be done to one table.
private protocol TableChange {
  func delete(in database: Database) throws
  func insert(in database: Database) throws
  func insert(in database: Database, recordedBy recorder: inout ChangeRecorder) throws
}

private struct Change<Part: StoredPart>: TableChange {
  private let removed: [Part]
  private let added: [Part]
  private let stored: [Part]

  /// Rows whose key is still there are changed in place, not removed.
  init(from stored: [Part], to wanted: [Part]) {
    self.stored = stored
    guard stored != wanted else {
      (removed, added) = ([], [])
      return
    }
    guard !stored.isEmpty else {
      (removed, added) = ([], wanted)
      return
    }
    let before = Set(stored)
    let keys = Set(wanted.map(\.key))
    added = wanted.filter { !before.contains($0) }
    removed = stored.filter { !keys.contains($0.key) }
  }

  func delete(in database: Database) throws { try Part.delete(removed, in: database) }
  func insert(in database: Database) throws { try Part.insert(added, in: database) }

  func insert(in database: Database, recordedBy recorder: inout ChangeRecorder) throws {
    for part in removed { try recorder.record(from: part.databaseValues, to: nil, in: Part.table) }
    let before =
      added.isEmpty || stored.isEmpty
      ? [:] : Dictionary(stored.map { ($0.key, $0) }) { first, _ in first }
    try Part.insert(added, in: database) { values in
      let known = before[Array(values.prefix(Part.keyCount))]
      try recorder.record(from: known?.databaseValues, to: values, in: Part.table)
    }
    try recorder.finish(Part.table)
  }
}

extension StoredPart {
  fileprivate var databaseValues: [DatabaseValue] { values.map { $0?.databaseValue ?? .null } }
  /// What makes out the row.
  fileprivate var key: [DatabaseValue] { Array(databaseValues.prefix(Self.keyCount)) }
}
