/// Where contacts are, and how near they must be for their needs and offers, by the numbers of an index.
struct Whereabouts: Sendable {
  let sites: Sites
  private let needs: [PresenceCue]
  private let offers: [PresenceCue]
  private var laterNeeds: [PresenceCue] = []
  private var laterOffers: [PresenceCue] = []

  /// Reads what the listings say. Complexity: O(length of all listings).
  init(sites: Sites, needs: ListingTable, offers: ListingTable) {
    self.sites = sites
    self.needs = (0..<needs.count).map { PresenceCue(needs[$0].text) }
    self.offers = (0..<offers.count).map { PresenceCue(offers[$0].text) }
  }

  /// Reads what one more need or offer says; its number is the next one.
  mutating func add(_ listing: Listing) {
    let cue = PresenceCue(listing.text)
    switch listing.kind {
    case .need: laterNeeds.append(cue)
    case .offer: laterOffers.append(cue)
    }
  }

  /// Where a contact is, as far as known.
  func site(of contact: Int) -> Site? { sites.site(of: contact) }

  /// How far apart two contacts are.
  func distance(_ one: Int, _ other: Int) -> Distance { sites.distance(one, other) }

  /// How near the two sides of a match must be.
  func presence(need: Int, offer: Int) -> Presence {
    Presence(
      need: need < needs.count ? needs[need] : laterNeeds[need - needs.count],
      offer: offer < offers.count ? offers[offer] : laterOffers[offer - offers.count])
  }
}
