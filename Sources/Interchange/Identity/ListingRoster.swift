internal import Matchmaking

/// The listings of a network while a file's records are joined in, each at a place that stays its own.
struct ListingRoster {
  /// The listing at each place; nil where one lapsed. Those of the network before stand at their places there.
  private(set) var listings: [Listing?]
  private var places: [Listing.ID: Int] = [:]
  private let before: [Listing]
  /// Listings that have a name of their own, by the one that would be made of their contact and text; gathered when they
  /// are first asked for.
  private var named: [Listing.ID: Listing.ID]?

  /// Begins with the listings of a network.
  init(_ before: [Listing]) {
    self.before = before
    listings = before
    places.reserveCapacity(before.count)
    for place in before.indices { places[before[place].id] = place }
  }

  /// The identifier of a listing that a record gives without one: that of the contact's listing with the same text, or one
  /// made of contact and text.
  mutating func id(of contact: Contact.ID, kind: Listing.Kind, text: String) -> Listing.ID {
    let derived = DerivedIdentifier.listing(of: contact, kind: kind, text: text)
    if places[derived] != nil || listings.isEmpty { return derived }
    if named == nil {
      named = [:]
      for case let listing? in listings { note(listing) }
    }
    return named?[derived] ?? derived
  }

  private mutating func note(_ listing: Listing) {
    let derived = DerivedIdentifier.listing(of: listing.contact, kind: listing.kind, text: listing.text)
    if derived == listing.id { return }
    let known = named?[derived] ?? listing.id
    named?[derived] = min(known, listing.id)
  }

  /// Makes room for so many more.
  mutating func reserve(_ count: Int) {
    listings.reserveCapacity(listings.count + count)
    places.reserveCapacity(places.count + count)
  }

  subscript(id: Listing.ID) -> Listing? { places[id].flatMap { listings[$0] } }

  /// Whether a listing has one of the first places, so many.
  func isKnown(_ id: Listing.ID, before count: Int) -> Bool { places[id].map { $0 < count } ?? false }

  /// Puts a listing in, in the place of one with its identifier if there is one. Returns its place.
  mutating func put(_ listing: Listing) -> Int {
    if let place = places[listing.id] {
      listings[place] = listing
      return place
    }
    places[listing.id] = listings.count
    listings.append(listing)
    if named != nil { note(listing) }
    return listings.count - 1
  }

  /// Puts a listing in, unless there is one with its identifier. Returns its place; nil if there is one.
  mutating func add(_ listing: Listing) -> Int? {
    let place = Self.keep(listings.count, at: &places[listing.id])
    if place == listings.count {
      listings.append(listing)
    } else {
      guard listings[place] == nil else { return nil }
      listings[place] = listing
    }
    if named != nil { note(listing) }
    return place
  }

  /// The place of an identifier; the given one if there was none. Looks the identifier up once.
  private static func keep(_ place: Int, at known: inout Int?) -> Int {
    let kept = known ?? place
    known = kept
    return kept
  }

  /// Takes a listing out. Returns its place.
  mutating func remove(_ id: Listing.ID) -> Int? {
    guard let place = places[id] else { return nil }
    listings[place] = nil
    return place
  }

  /// The listings, of whom none is left here: they are many, and to be moved rather than copied.
  mutating func takeListings() -> [Listing] {
    var taken: [Listing] = []
    taken.reserveCapacity(listings.count)
    for place in listings.indices {
      if let listing = listings[place].take() { taken.append(listing) }
    }
    listings = []
    return taken
  }

  /// What became of the listing at a place: whether it is not as before, and whether it wasn't there before.
  func news(at place: Int) -> (isChanged: Bool, isNew: Bool) {
    guard place < before.count else {
      if case .some = listings[place] { return (true, true) }
      return (false, false)
    }
    return (listings[place] != before[place], false)
  }
}
