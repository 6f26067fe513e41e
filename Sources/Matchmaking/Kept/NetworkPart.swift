/// What of a network is within reach of some contacts: everything that their scores with each other depend on, as far as it isn't
/// kept elsewhere.
public struct NetworkPart: Sendable {
  /// The contacts with their listings and what links them, and others that are named there, without their listings.
  public let network: Network
  /// The contacts whose listings are there.
  public let inner: Set<Contact.ID>
  let whole: Whole

  /// What is known of the whole network.
  struct Whole: Sendable {
    /// How many members groups have, by name.
    let groupSizes: [String: Int]
    /// The other records that look like a contact's own.
    let aliases: [Contact.ID: [Contact.ID]]
  }

  /// A part of a network.
  ///
  /// - Parameters:
  ///   - network: the contacts of `inner`, with all their listings, ties, interactions, introductions and thanks, the groups that
  ///     they are in, and whoever is named by these.
  ///   - inner: the contacts whose scores decide.
  ///   - groupSizes: how many members these groups have in the whole network, by name.
  ///   - aliases: the other records that look like a contact's own, in the whole network.
  public init(
    network: Network, inner: Set<Contact.ID>, groupSizes: [String: Int], aliases: [Contact.ID: [Contact.ID]]
  ) {
    self.network = network
    self.inner = inner
    whole = Whole(groupSizes: groupSizes, aliases: aliases)
  }
}
