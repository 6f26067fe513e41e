/// A chain of contacts who know each other, from one to another: who can introduce me.
public struct Path: Hashable, Sendable, Codable {
  /// Who stands in the chain, the two ends among them; two or more.
  public let contacts: [Contact.ID]
  /// What joins each to the next.
  public let links: [Link]

  /// What joins two contacts of a chain.
  public struct Link: Hashable, Sendable, Codable {
    /// How the two know each other; nil if only interactions are known.
    public let kind: Tie.Kind?
    /// When they were last in touch, if that is known.
    public let lastTouch: Day?
    /// How strong the tie is, 0…1.
    public let strength: Double
  }

  /// How many steps the chain has.
  public var degrees: Int { links.count }

  /// The product of the links' strengths: about the chance that a request gets through.
  public var strength: Double { links.reduce(1) { $0 * $1.strength } }

  /// Chains are looked for up to this length: who is further away is a stranger.
  public static let longest = 6
}

extension MatchEngine {
  /// The strongest chain of ties and interactions from one contact to another.
  ///
  /// - Returns: nil if no chain of up to ``Path/longest`` steps is known, or one of the two is not in the network.
  /// - Complexity: O(steps × ties).
  public func path(from one: Contact.ID, to other: Contact.ID) -> Path? {
    guard let start = index.number(of: one), let end = index.number(of: other), start != end else {
      return nil
    }
    // The strongest chain of each length to each contact (Bellman, "On a Routing Problem", 1958).
    var strengths = [Double](repeating: 0, count: index.network.contacts.count)
    strengths[start] = 1
    var previous: [[Int?]] = []
    var best: (steps: Int, strength: Double)?
    for step in 1...Path.longest {
      var next = strengths
      var came = [Int?](repeating: nil, count: strengths.count)
      for contact in strengths.indices where strengths[contact] > 0 {
        for neighbour in index.neighbours(of: contact) {
          let strength = strengths[contact] * neighbour.strength
          if strength > next[neighbour.contact] {
            next[neighbour.contact] = strength
            came[neighbour.contact] = contact
          }
        }
      }
      guard came.contains(where: { $0 != nil }) else { break }
      previous.append(came)
      strengths = next
      if strengths[end] > best?.strength ?? 0 { best = (step, strengths[end]) }
    }
    guard let best else { return nil }
    var chain = [end]
    for step in stride(from: best.steps - 1, through: 0, by: -1) {
      if let before = previous[step][chain[0]] { chain.insert(before, at: 0) }
    }
    return Path(
      contacts: chain.map { index.contact($0).id },
      links: zip(chain, chain.dropFirst()).map { index.link(Pair($0, $1)) })
  }
}
