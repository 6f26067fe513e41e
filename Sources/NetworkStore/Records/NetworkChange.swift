internal import GRDB
internal import Matchmaking

/// What differs between two networks, table by table.
///
/// Each table is named here with its type: taken together as values of one protocol, they would be written at half the
/// speed.
struct NetworkChange {
  private let contacts: PartChange<Contact, ContactRecord>
  private let barriers: PartChange<BarrierRecord, BarrierRecord>
  private let listings: PartChange<Listing, ListingRecord>
  private let ties: PartChange<Tie, TieRecord>
  private let groups: PartChange<Group, GroupRecord>
  private let memberships: PartChange<MembershipRecord, MembershipRecord>
  private let interactions: PartChange<InteractionRecord, InteractionRecord>
  private let introductions: PartChange<Introduction, IntroductionRecord>
  private let thanks: PartChange<Thanks, ThanksRecord>
  private let host: PartChange<Contact.ID, HostRecord>

  init(from stored: Network, to wanted: Network) {
    contacts = PartChange(
      from: stored.contacts, to: wanted.contacts, key: { $0.id }, ContactRecord.init)
    barriers = PartChange(
      from: BarrierRecord.records(of: stored.contacts), to: BarrierRecord.records(of: wanted.contacts)
    ) { $0 }
    listings = PartChange(
      from: stored.listings, to: wanted.listings, key: { $0.id }, ListingRecord.init)
    ties = PartChange(from: stored.ties, to: wanted.ties, TieRecord.init)
    groups = PartChange(from: stored.groups, to: wanted.groups, GroupRecord.init)
    memberships = PartChange(
      from: stored.groups.flatMap(MembershipRecord.records),
      to: wanted.groups.flatMap(MembershipRecord.records)
    ) { $0 }
    interactions = PartChange(
      from: InteractionRecord.records(of: stored.interactions),
      to: InteractionRecord.records(of: wanted.interactions)
    ) { $0 }
    introductions = PartChange(
      from: stored.introductions, to: wanted.introductions, IntroductionRecord.init)
    thanks = PartChange(from: stored.thanks, to: wanted.thanks, ThanksRecord.init)
    host = PartChange(
      from: [stored.host].compactMap { $0 }, to: [wanted.host].compactMap { $0 }, HostRecord.init)
  }

  /// Writes it; with a recorder, what was there before as well.
  func write(in database: Database, recordedBy recorder: ChangeRecorder?) throws {
    // What refers to others goes first, and comes last.
    try host.delete(in: database)
    try thanks.delete(in: database)
    try introductions.delete(in: database)
    try interactions.delete(in: database)
    try memberships.delete(in: database)
    try groups.delete(in: database)
    try ties.delete(in: database)
    try listings.delete(in: database)
    try barriers.delete(in: database)
    try contacts.insert(in: database, recordedBy: recorder)
    try barriers.insert(in: database, recordedBy: recorder)
    try listings.insert(in: database, recordedBy: recorder)
    try ties.insert(in: database, recordedBy: recorder)
    try groups.insert(in: database, recordedBy: recorder)
    try memberships.insert(in: database, recordedBy: recorder)
    try interactions.insert(in: database, recordedBy: recorder)
    try introductions.insert(in: database, recordedBy: recorder)
    try thanks.insert(in: database, recordedBy: recorder)
    try host.insert(in: database, recordedBy: recorder)
    // Last: with a contact goes all that still refers to it, such as a listing that goes to another contact.
    try contacts.delete(in: database)
  }
}
