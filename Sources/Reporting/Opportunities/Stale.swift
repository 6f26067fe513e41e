internal import Matchmaking

/// A listing that ends soon, or stands since long ago.
enum Stale {
  /// Listings to ask about: those that end within two weeks, the soonest first, then the oldest.
  static func section(_ desk: Desk) -> Section {
    let current = desk.network.listings.filter { $0.isCurrent(asOf: desk.engine.asOf) }
    return Section(
      .stale, of: opportunities(desk, among: current), desk, limit: desk.budget.others)
  }

  /// The same, those among some current listings.
  static func opportunities(_ desk: Desk, among current: [Listing]) -> [Opportunity] {
    let today = desk.engine.asOf
    let listings = current.filter { $0.basis == .stated }
    let ending = listings.filter { $0.until.map { $0 <= today.adding(days: soon) } ?? false }
      .sorted { ($0.until!, $0.id) < ($1.until!, $1.id) }.map { opportunity($0, .ending($0.until!), desk) }
    let old = listings.filter {
      $0.until == nil && ($0.since.map { $0.adding(days: longAgo) < today } ?? false)
    }
    .sorted { ($0.since!, $0.id) < ($1.since!, $1.id) }.map { opportunity($0, .old($0.since!), desk) }
    return ending + old
  }

  private static func opportunity(
    _ listing: Listing, _ reason: Opportunity.Reason, _ desk: Desk
  ) -> Opportunity {
    let person = desk.person(listing.contact)
    return Opportunity(
      kind: .stale, people: person.isReader ? [] : [person], reason: reason, quotes: [desk.quote(listing)],
      groups: [], towns: [],
      score: nil,
      commands: [
        listing.until.map { ["--until", $0.adding(days: prolonged).description] } ?? ["--confirm"],
        ["--state", listing.kind == .need ? "met" : "withdrawn"],
      ].map {
        ShellCommand(
          listing.kind.rawValue, options: $0, operands: [listing.contact.rawValue, listing.id.rawValue])
      },
      letter: person.isReader
        ? nil
        : desk.letter(to: listing.contact) { wording, name in
          wording.askingWhetherItStands(
            name, listing.kind, listing.visibility == .private ? nil : listing.quotable)
        })
  }

  /// Days before its end from which a listing is asked about.
  private static let soon = 14
  /// Days by which what ends soon may be prolonged.
  private static let prolonged = 28
  /// Days after which one asks whether an open-ended listing still stands.
  private static let longAgo = 180
}
