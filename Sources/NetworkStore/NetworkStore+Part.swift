import Foundation
internal import GRDB
public import Matchmaking

/// Parts of a network, for whoever needs no more.
extension NetworkStore {
  /// What tells the present state of the network from all others.
  ///
  /// - Throws: a ``NetworkStoreError``.
  public func stamp() throws(NetworkStoreError) -> String { try read { try Revision.stamp(in: $0) } }

  /// A network of some contacts alone, without anything that links them.
  ///
  /// - Throws: a ``NetworkStoreError``.
  /// - Complexity: O(contacts · log n).
  public func network(of contacts: [Contact.ID]) throws(NetworkStoreError) -> Network {
    try read { database in
      let contacts = try Part.contacts(Set(contacts), in: database).map { contact in
        var contact = contact
        contact.sponsor = nil
        return contact
      }
      return try Network(contacts: contacts)
    }
  }

  /// Some contacts with all that their scores with each other depend on.
  ///
  /// - Parameters:
  ///   - surroundings: the contacts.
  ///   - stamp: the state of the network that they are of.
  /// - Returns: nil if the network has changed since, or has so many ties and interactions that reading all of it is better: chains of
  ///   them reach everywhere.
  /// - Throws: a ``NetworkStoreError``.
  /// - Complexity: O(what is read · log n).
  public func part(
    _ surroundings: KeptIndex.Surroundings, stamp: String
  ) throws(NetworkStoreError) -> NetworkPart? {
    try read { database in
      guard try Revision.stamp(in: database) == stamp, try Self.linksAreFew(in: database) else { return nil }
      return try Part(of: surroundings.contacts, in: database).networkPart(surroundings)
    }
  }

  /// Ties and interactions that are read at a time.
  private static let mostLinks = 20_000

  private static func linksAreFew(in database: Database) throws -> Bool {
    let links = try Int.fetchOne(
      database,
      sql: """
        SELECT (SELECT count(*) FROM (SELECT 1 FROM tie LIMIT \(mostLinks + 1)))
          + (SELECT count(*) FROM (SELECT 1 FROM interaction LIMIT \(mostLinks + 1)))
        """)
    return links ?? 0 <= mostLinks
  }
}

/// The rows that concern some contacts.
private struct Part {
  private let database: Database
  private let inner: Set<Contact.ID>
  private let ties: [Tie]
  private let interactions: [Interaction]
  private let introductions: [Introduction]
  private let thanks: [Thanks]
  private let listings: [Listing]
  private let memberships: [MembershipRecord]
  private let host: Contact.ID?

  init(of inner: Set<Contact.ID>, in database: Database) throws {
    self.database = database
    self.inner = inner
    let arguments = try Self.arguments(inner)
    func any(_ column: String) -> String { "\(column) IN (SELECT value FROM json_each(?1))" }
    ties = try TieRecord.all(in: database).map(\.tie)
    interactions = try InteractionRecord.all(in: database).map(\.interaction)
    let mine = "IN (SELECT id FROM listing WHERE \(any("contact")))"
    introductions = try IntroductionRecord.all(
      in: database, where: any("first"), any("second"), "need \(mine)", "offer \(mine)", arguments: arguments
    ).map(\.introduction)
    thanks = try ThanksRecord.all(in: database, where: any("\"to\""), arguments: arguments).map(\.thanks)
    listings = try ListingRecord.all(in: database, where: any("contact"), arguments: arguments).map(\.listing)
    memberships = try MembershipRecord.all(in: database, where: any("contact"), arguments: arguments)
    host = try HostRecord.all(in: database).first?.contact
  }

  func networkPart(_ surroundings: KeptIndex.Surroundings) throws -> NetworkPart {
    var contacts = try Self.contacts(inner, in: database)
    let sponsors = contacts.compactMap(\.sponsor)
    let named =
      ties.flatMap { [$0.first, $0.second] } + interactions.flatMap { [$0.first, $0.second] }
      + introductions.flatMap { [$0.first, $0.second] } + thanks.flatMap { [$0.from, $0.to] } + sponsors
      + [host].compactMap { $0 }
    contacts += try Self.contacts(Set(named).subtracting(inner), in: database)
    let known = Set(contacts.map(\.id))
    for index in contacts.indices {
      if let sponsor = contacts[index].sponsor, !known.contains(sponsor) { contacts[index].sponsor = nil }
    }
    var barred: [Contact.ID: Set<Contact.ID>] = [:]
    let barriers = try BarrierRecord.all(
      in: database, where: "contact IN (SELECT value FROM json_each(?1))", arguments: Self.arguments(inner))
    for barrier in barriers where known.contains(barrier.other) {
      barred[barrier.contact, default: []].insert(barrier.other)
    }
    for index in contacts.indices where contacts[index].doNotIntroduce == .none {
      barred[contacts[index].id].map { contacts[index].doNotIntroduce = .these($0) }
    }
    let members = Dictionary(grouping: memberships, by: \.group).mapValues { $0.map(\.contact) }
    return NetworkPart(
      network: try Network(
        contacts: contacts, listings: listings, ties: ties,
        groups: members.map { Group(name: $0.key, members: $0.value) }, interactions: interactions,
        introductions: introductions, thanks: thanks, host: host),
      inner: inner, groupSizes: try sizes(of: Array(members.keys)), aliases: surroundings.aliases)
  }

  static func contacts(_ ids: Set<Contact.ID>, in database: Database) throws -> [Contact] {
    try ContactRecord.all(
      in: database, where: "id IN (SELECT value FROM json_each(?1))", arguments: arguments(ids)
    ).map(\.contact)
  }

  private func sizes(of groups: [String]) throws -> [String: Int] {
    var sizes: [String: Int] = [:]
    for group in groups {
      sizes[group] = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM membership WHERE \"group\" = ?", arguments: [group])
    }
    return sizes
  }

  private static func arguments(_ ids: Set<Contact.ID>) throws -> StatementArguments {
    let json = try JSONEncoder().encode(ids.map(\.rawValue).sorted())
    return [String(decoding: json, as: UTF8.self)]
  }
}
