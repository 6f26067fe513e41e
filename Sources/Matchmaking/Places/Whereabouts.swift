/// Where contacts are, and how near they must be for their needs and offers, by the numbers of an index.
struct Whereabouts: Sendable {
  let sites: Sites
  private let needs: [PresenceCue]
  private let offers: [PresenceCue]

  /// Reads what the listings say. Complexity: O(length of all listings).
  init(sites: Sites, needs: [Listing], offers: [Listing]) {
    self.sites = sites
    self.needs = needs.map { PresenceCue($0.text) }
    self.offers = offers.map { PresenceCue($0.text) }
  }

  /// Where a contact is, as far as known.
  func site(of contact: Int) -> Site? { sites.site(of: contact) }

  /// How far apart two contacts are.
  func distance(_ one: Int, _ other: Int) -> Distance { sites.distance(one, other) }

  /// How near the two sides of a match must be.
  func presence(need: Int, offer: Int) -> Presence { Presence(need: needs[need], offer: offers[offer]) }
}
