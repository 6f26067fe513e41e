import Foundation

/// What links two contacts, apart from what they need and offer.
///
/// Reasons add up as independent ones do, 1 - Π(1 - each):
/// - each shared group 1/log2(2 + size), the damping of Adamic and Adar ("Friends and Neighbors on the Web", 2003) put on a
///   group's size: sharing a rugby club says more than sharing a nation;
/// - a loose tie between the two, and each contact both are tied to, by the strength of the ties (``Settings/trustOfTie``;
///   Granovetter, "The Strength of Weak Ties", 1973: who has a common strong tie soon has one himself);
/// - a common sponsor, as in lodges and clubs where one is brought in (``Settings/trustOfSponsor``);
/// - thanks from distinct people, so that two who thank each other all day gain little (``Settings/trustOfThanks``; after
///   the Friendly Favors directory, which counted thanks).
public struct Trust: Hashable, Sendable, Codable {
  /// The groups that both belong to, the smallest first.
  public let sharedGroups: [SharedGroup]
  /// Whether the two know each other loosely.
  public let isTied: Bool
  /// The contacts that both are tied to, the host aside, the strongest ties first.
  public let commonContacts: [Contact.ID]
  /// Who brought both in, or the one of the two that brought in the other; nil if nobody did.
  public let sponsor: Contact.ID?
  /// How many others have thanked one of the two.
  public let thankers: Int
  /// How strong the link is, 0…1; 0 where nothing is known.
  public let strength: Double

  /// A group that two contacts share.
  public struct SharedGroup: Hashable, Sendable, Codable {
    /// The group's name.
    public let name: String
    /// How many contacts of the network are in it.
    public let size: Int
  }

  /// The trust that links make in a network.
  init(_ links: Links, in network: Network, settings: Settings) {
    sharedGroups = zip(links.groups, links.groupSizes)
      .map { SharedGroup(name: network.groups[$0].name, size: $1) }
      .sorted { ($0.size, $0.name) < ($1.size, $1.name) }
    isTied = links.tie > 0
    commonContacts = links.paths.sorted { ($1.strength, $0.contact) < ($0.strength, $1.contact) }
      .map { network.contacts[$0.contact].id }
    sponsor = links.sponsor.map { network.contacts[$0].id }
    thankers = links.thankers
    strength = Trust.strength(links, settings: settings)
  }

  /// The strength of links; reasons of one kind are taken in the order of their size, for the same bits each time.
  static func strength(_ links: Links, settings: Settings) -> Double {
    var doubt = 1.0
    for size in links.groupSizes.sorted() {
      doubt *= 1 - 1 / log2(2 + Double(size))
    }
    for strength in [links.tie] + links.paths.map(\.strength).sorted() {
      doubt *= 1 - settings.trustOfTie * strength
    }
    if links.sponsor != nil { doubt *= 1 - settings.trustOfSponsor }
    doubt *= 1 - settings.trustOfThanks * (1 - pow(2, -Double(links.thankers) / 2))
    return 1 - doubt
  }

  /// What a strength counts in a score: 1 at full strength, never less than the floor.
  static func factor(strength: Double, settings: Settings) -> Double {
    pow(settings.trustFloor + (1 - settings.trustFloor) * strength, settings.trust)
  }

  /// What links the two, in words.
  func reason(naming name: (Contact.ID) -> String) -> String {
    var reasons: [String] = []
    if !sharedGroups.isEmpty {
      reasons.append("both in " + sharedGroups.map { "\($0.name) (\($0.size))" }.joined(separator: ", "))
    }
    if isTied { reasons.append("they know each other a little") }
    if let contact = commonContacts.first {
      let more = commonContacts.count - 1
      reasons.append("both know \(name(contact))" + (more > 0 ? " and \(more) more" : ""))
    }
    if let sponsor { reasons.append("\(name(sponsor)) brought in one or both") }
    if thankers > 0 { reasons.append("thanked by \(thankers) \(thankers == 1 ? "person" : "people")") }
    return reasons.isEmpty ? "nothing known in common" : reasons.joined(separator: "; ")
  }
}
