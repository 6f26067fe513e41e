internal import Matchmaking

/// What this week's page has shown before and what is no longer there to do.
public struct Settled: Hashable, Sendable {
  /// Its short name.
  public let id: String
  /// Who it was about.
  public let title: String
  /// Whether somebody has acted on it since the week began; else it came to nothing by itself.
  public let isDone: Bool
}

extension Desk {
  /// How something came to its end that this week's page has shown.
  func settled(_ shown: History.Shown) -> Settled {
    Settled(id: shown.id, title: shown.title, isDone: isDone(Opportunity.parts(ofKey: shown.key)))
  }

  /// Whether the network tells, since Monday, of something done about an opportunity, by the parts of its key.
  private func isDone(_ parts: [String]) -> Bool {
    let contacts = Set(parts.dropFirst().map { Contact.ID($0) }.filter { network.contact($0) != nil })
    let listings = parts.dropFirst().compactMap { network.listing(Listing.ID($0)) }
    func areMeant(_ one: Contact.ID, _ other: Contact.ID) -> Bool {
      let both = [one, other]
      return both.contains(where: contacts.contains)
        && both.allSatisfy { contacts.contains($0) || $0 == reader }
    }
    let monday = week.monday
    return network.introductions.contains { $0.day >= monday && areMeant($0.first, $0.second) }
      || network.interactions.contains { $0.day >= monday && areMeant($0.first, $0.second) }
      || network.thanks.contains { $0.day >= monday && areMeant($0.from, $0.to) }
      || listings.contains { $0.state == .met || $0.state == .withdrawn }
      || (parts.first == Opportunity.Kind.stale.rawValue
        && listings.contains { $0.since.map { $0 >= monday } ?? false })
      || (parts.first == Opportunity.Kind.findOut.rawValue
        && network.listings.contains { $0.kind == .need && contacts.contains($0.contact) })
  }
}
