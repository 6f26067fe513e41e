/// A club, community, employer or lodge that people share.
public struct Group: Hashable, Sendable, Codable {
  /// As its members write it; unique in the network.
  public var name: String
  /// Its members in this network, in order of identifier, each once.
  public var members: [Contact.ID]

  /// A group and its members, given in any order; a member named twice counts once.
  public init(name: String, members: [Contact.ID]) {
    self.name = name
    self.members = Set(members).sorted()
  }
}
