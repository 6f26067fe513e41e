import Matchmaking

/// One link of a path, for programs.
struct PathRow: Row {
  let step: Int
  let contact: String
  let name: String
  let next: String
  let nextName: String
  let kind: Tie.Kind?
  let lastTouch: String?
  let groups: [String]
  let strength: Double

  /// The links of a path, in its order.
  static func rows(_ path: Path, in network: Network) -> [PathRow] {
    path.links.enumerated().map { step, link in
      let (one, other) = (path.contacts[step], path.contacts[step + 1])
      return PathRow(
        step: step + 1, contact: one.rawValue, name: network.name(of: one), next: other.rawValue,
        nextName: network.name(of: other), kind: link.kind, lastTouch: link.lastTouch?.description,
        groups: network.groups.filter { $0.members.contains(one) && $0.members.contains(other) }.map(\.name),
        strength: link.strength.rounded(toPlaces: 4))
    }
  }

  static let columns = [
    "step", "contact", "name", "next", "nextName", "kind", "lastTouch", "groups", "strength",
  ]

  var cells: [String] {
    [
      String(step), contact, name, next, nextName, kind?.rawValue ?? "", lastTouch ?? "",
      groups.joined(separator: "; "), strength.scoreText,
    ]
  }
}
