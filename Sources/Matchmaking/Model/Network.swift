internal import Retrieval

/// Everything known about the contacts of one host or community: an immutable, validated value.
///
/// A network keeps its parts in a canonical order (by identifier, name or day), so two networks with the same
/// content are equal and encode to the same bytes, in whatever order their parts were given.
public struct Network: Hashable, Sendable {
  /// By identifier.
  public let contacts: [Contact]
  /// By identifier.
  public let listings: [Listing]
  /// By the two identifiers; at most one for two contacts.
  public let ties: [Tie]
  /// By name.
  public let groups: [Group]
  /// By day, then by the two identifiers.
  public let interactions: [Interaction]
  /// By the two identifiers, then by the day they were proposed.
  public let introductions: [Introduction]
  /// By day, then by the two identifiers; each once.
  public let thanks: [Thanks]
  /// The contact whose network this is, if it is a person's own.
  public let host: Contact.ID?

  /// A network without anybody.
  public static let empty = Network()

  private init() {
    (contacts, listings, ties, groups, interactions, introductions, thanks, host) =
      ([], [], [], [], [], [], [], nil)
  }

  /// Sorts and validates.
  ///
  /// - Throws: a ``NetworkError`` if two parts have one identifier, if a part names a contact that is not
  ///   there or itself, or if a value is out of range.
  /// - Complexity: O(n log n) for n parts.
  public init(
    contacts: [Contact], listings: [Listing] = [], ties: [Tie] = [], groups: [Group] = [],
    interactions: [Interaction] = [], introductions: [Introduction] = [], thanks: [Thanks] = [],
    host: Contact.ID? = nil
  ) throws(NetworkError) {
    nonisolated(unsafe) var (contacts, listings, ties) = (contacts, listings, ties)
    Threads.run(3) { part in
      switch part {
      case 0: contacts.sort(precedes: { $0.id < $1.id }) { $1.add($0.id.rawValue) }
      case 1: listings.sort(precedes: { $0.id < $1.id }) { $1.add($0.id.rawValue) }
      default:
        ties.sort(
          precedes: { $0.first == $1.first ? $0.second < $1.second : $0.first < $1.first }
        ) { $1.add($0.first.rawValue, $0.second.rawValue) }
      }
    }
    (self.contacts, self.listings, self.ties) = (contacts, listings, ties)
    self.groups = groups.sorted { $0.name < $1.name }
    self.interactions = interactions.sorted {
      ($0.day, $0.first, $0.second, $0.kind.rawValue, $0.from?.rawValue ?? "", $0.note.map { "+" + $0 } ?? "")
        < (
          $1.day, $1.first, $1.second, $1.kind.rawValue, $1.from?.rawValue ?? "",
          $1.note.map { "+" + $0 } ?? ""
        )
    }
    self.introductions = introductions.sorted {
      ($0.first, $0.second, $0.since) < ($1.first, $1.second, $1.since)
    }
    // A favour is thanked for once; two calls on one day may be two.
    self.thanks = Set(thanks).sorted {
      ($0.day, $0.from, $0.to, $0.favour ?? "") < ($1.day, $1.from, $1.to, $1.favour ?? "")
    }
    self.host = host
    try validate()
  }

  /// The same network with some parts exchanged; what isn't given stays.
  ///
  /// - Throws: a ``NetworkError`` if the parts make no network.
  public func with(
    contacts: [Contact]? = nil, listings: [Listing]? = nil, ties: [Tie]? = nil, groups: [Group]? = nil,
    interactions: [Interaction]? = nil, introductions: [Introduction]? = nil, thanks: [Thanks]? = nil,
    host: Contact.ID? = nil
  ) throws(NetworkError) -> Network {
    try Network(
      contacts: contacts ?? self.contacts, listings: listings ?? self.listings, ties: ties ?? self.ties,
      groups: groups ?? self.groups, interactions: interactions ?? self.interactions,
      introductions: introductions ?? self.introductions, thanks: thanks ?? self.thanks,
      host: host ?? self.host)
  }

  /// The contact with an identifier. Complexity: O(log n).
  public func contact(_ id: Contact.ID) -> Contact? {
    contacts.first(sortedBy: \.id, equalTo: id)
  }

  /// What to call a contact: its name, or its identifier where that is empty. Complexity: O(log n).
  public func name(of id: Contact.ID) -> String {
    let name = contact(id)?.name ?? ""
    return name.isEmpty ? id.rawValue : name
  }

  /// The listing with an identifier. Complexity: O(log n).
  public func listing(_ id: Listing.ID) -> Listing? {
    listings.first(sortedBy: \.id, equalTo: id)
  }
}

extension Network: Codable {
  private enum CodingKeys: String, CodingKey {
    case contacts, listings, ties, groups, interactions, introductions, thanks, host
  }

  /// Reads a network and validates it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      contacts: container.decode([Contact].self, forKey: .contacts),
      listings: container.decode([Listing].self, forKey: .listings),
      ties: container.decode([Tie].self, forKey: .ties),
      groups: container.decode([Group].self, forKey: .groups),
      interactions: container.decode([Interaction].self, forKey: .interactions),
      introductions: container.decode([Introduction].self, forKey: .introductions),
      thanks: container.decode([Thanks].self, forKey: .thanks),
      host: container.decodeIfPresent(Contact.ID.self, forKey: .host))
  }
}

extension Array {
  /// Puts the elements in the order of texts; at once where they are in order, as those are that were stored.
  ///
  /// Elements are moved and never copied, which would take longer than all else.
  fileprivate mutating func sort(
    precedes: (Element, Element) -> Bool, by text: (Element, inout TextOrder) -> Void
  ) {
    guard indices.dropFirst().contains(where: { precedes(self[$0], self[$0 - 1]) }) else { return }
    var order = TextOrder(count: count)
    for index in indices { text(self[index], &order) }
    var sources = order.sorted()
    withUnsafeMutableBufferPointer { elements in
      for start in sources.indices where sources[start] != start {
        // One cycle of the permutation: each place gets what belongs there, the last one what stood at the start.
        var place = start
        while sources[place] != start {
          elements.swapAt(place, sources[place])
          (place, sources[place]) = (sources[place], place)
        }
        sources[place] = place
      }
    }
  }

  /// The element with a key in an array sorted by that key. Complexity: O(log n).
  fileprivate func first<Key: Comparable>(sortedBy key: (Element) -> Key, equalTo wanted: Key) -> Element? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if key(self[middle]) < wanted { low = middle + 1 } else { high = middle }
    }
    return low < count && key(self[low]) == wanted ? self[low] : nil
  }
}
