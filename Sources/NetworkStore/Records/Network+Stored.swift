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
  /// before. Returns the number of the record.
  func store(
    replacing stored: Network, recordedAs note: RecordedChange.Note?, in database: Database
  ) throws -> Int? {
    guard self != stored else { return nil }
    let change = NetworkChange(from: stored, to: self)
    try Revision.begin(in: database)
    try IntroductionRecord.approach(introductions, in: database)
    var recorder: ChangeRecorder?
    var number: Int64?
    if let note {
      try database.execute(
        sql: "INSERT INTO change (kind, title, day) VALUES (?, ?, ?)",
        arguments: [note.kind.rawValue, note.title, note.day.description])
      number = database.lastInsertedRowID
      recorder = try ChangeRecorder(database.lastInsertedRowID, in: database)
    }
    try change.write(in: database, recordedBy: recorder)
    guard let number else { return nil }
    // The oldest imports can't be taken back any more, so that a file doesn't grow for ever.
    try database.execute(
      sql: """
        DELETE FROM change WHERE kind = 'import' AND number NOT IN
        (SELECT number FROM change WHERE kind = 'import' ORDER BY number DESC LIMIT \(Self.recordedImports))
        """)
    return Int(number)
  }

  private static let recordedImports = 20
}
