import Foundation

/// What links two contacts, apart from what they need and offer.
///
/// Each shared group counts 1/log2(2 + size), the damping of Adamic and Adar ("Friends and Neighbors on the
/// Web", 2003) put on a group's size: sharing a rugby club says more than sharing a nation. Several groups add
/// up as independent reasons do, 1 - Π(1 - each).
public struct Trust: Hashable, Sendable, Codable {
  /// The groups that both belong to, the smallest first.
  public let sharedGroups: [SharedGroup]
  /// How strong the link is, 0…1; 0 where nothing is known.
  public let strength: Double

  /// A group that two contacts share.
  public struct SharedGroup: Hashable, Sendable, Codable {
    /// The group's name.
    public let name: String
    /// How many contacts of the network are in it.
    public let size: Int
  }

  /// The trust between two contacts that share these groups.
  init(sharedGroups: [SharedGroup]) {
    self.sharedGroups = sharedGroups.sorted { ($0.size, $0.name) < ($1.size, $1.name) }
    strength = Trust.strength(groupSizes: self.sharedGroups.map(\.size))
  }

  /// The strength of a link through groups of these sizes, which must rise for the same bits each time.
  static func strength(groupSizes: [Int]) -> Double {
    1 - groupSizes.reduce(1) { $0 * (1 - 1 / log2(2 + Double($1))) }
  }

  /// What a strength counts in a score: 1 at full strength, never less than the floor.
  static func factor(strength: Double, settings: Settings) -> Double {
    pow(settings.trustFloor + (1 - settings.trustFloor) * strength, settings.trust)
  }
}

extension Trust {
  /// What links the two, in words.
  var reason: String {
    sharedGroups.isEmpty
      ? "no group in common"
      : "both in " + sharedGroups.map { "\($0.name) (\($0.size))" }.joined(separator: ", ")
  }
}
