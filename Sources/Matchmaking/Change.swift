/// One change to the listings of an engine; see ``MatchEngine/updating(_:)``.
public enum Change: Hashable, Sendable {
  /// A new listing, or a new version of the one with its identifier.
  case add(Listing)
  /// The listing with this identifier goes; nothing happens if there is none.
  case remove(Listing.ID)

  /// Which listing changes.
  var listing: Listing.ID {
    switch self {
    case .add(let listing): listing.id
    case .remove(let id): id
    }
  }
}
