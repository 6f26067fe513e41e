internal import Matchmaking

extension MatchEngine {
  /// Whether some contact of a kind has a current need or offer.
  func hasCurrent(_ kind: Listing.Kind, of isMeant: (Contact.ID) -> Bool) -> Bool {
    network.listings.contains { $0.kind == kind && $0.isCurrent(asOf: asOf) && isMeant($0.contact) }
  }
}
