public import Matchmaking

/// A network on its way out to a file, a line at a time.
///
/// The same network gives the same bytes. Nothing larger than one contact's line is held in memory beside the
/// network and an index of it.
public struct Export: Sendable {
  private let network: Network

  /// An export of a network.
  public init(_ network: Network) {
    self.network = network
  }

  /// Writes JSON Lines: everything in the network, one contact on each line, so that an import into an empty
  /// network gives an equal one, with whatever headlines, skills and notes imply that was not in it. A group
  /// without members is left out, since a contact's line alone can name it.
  ///
  /// - Parameter write: Takes the lines one after the other, each with its line end.
  /// - Throws: What `write` throws.
  public func jsonLines(_ write: (String) throws -> Void) rethrows {
    let text = JSONLinesText(network)
    for contact in network.contacts { try write(text.line(of: contact) + "\n") }
  }

  /// Writes CSV for a spreadsheet, which never takes a cell of it for a formula: the contacts and the texts
  /// of their needs and offers. What a table has no room for, such as ties, is in ``jsonLines(_:)`` alone.
  ///
  /// - Parameter write: Takes the rows one after the other, each with its line end; the first names the
  ///   columns.
  /// - Throws: What `write` throws.
  public func csv(_ write: (String) throws -> Void) rethrows {
    let text = ContactTableText(network)
    try write(text.header)
    for contact in network.contacts { try write(text.row(of: contact)) }
  }

  /// Writes vCard 4.0, for a phone or an address book: the contacts with their needs, offers, groups and ties.
  /// What a card has no room for, such as interactions, is in ``jsonLines(_:)`` alone; nor can it hold control
  /// characters, or white space around a text.
  ///
  /// - Parameter write: Takes the cards one after the other, each with its line ends.
  /// - Throws: What `write` throws.
  public func vCard(_ write: (String) throws -> Void) rethrows {
    let text = VCardText(network)
    for contact in network.contacts { try write(text.card(of: contact)) }
  }

  /// Writes schema.org's words as JSON-LD, for publishing: one document with a `Person` for each contact, and
  /// what it `seeks` and `makesOffer`.
  ///
  /// Notes, private listings, those that are not open and those that were only implied are left out, and so is
  /// all for which schema.org has no word, such as how urgent a need is; ``jsonLines(_:)`` has everything.
  ///
  /// - Parameter write: Takes the parts of the document one after the other, each with its line end.
  /// - Throws: What `write` throws.
  public func jsonLD(_ write: (String) throws -> Void) rethrows {
    let text = SchemaText(network)
    try write("{\"@context\":\"https://schema.org\",\"@graph\":[\n")
    var isFirst = true
    for contact in network.contacts {
      try write((isFirst ? "" : ",\n") + text.node(of: contact))
      isFirst = false
    }
    try write(isFirst ? "]}\n" : "\n]}\n")
  }

  /// Writes profiles for the Murmurations network, for publishing: a list with an offer or want for each
  /// listing that anybody may see, that is open and that the contact stated.
  ///
  /// A profile has a mail address, or else a web address, and no name; a listing of a contact who has neither
  /// is left out, since nobody could answer it.
  ///
  /// - Parameter write: Takes the parts of the list one after the other, each with its line end.
  /// - Throws: What `write` throws.
  public func murmurations(_ write: (String) throws -> Void) rethrows {
    var contacts: [Contact.ID: Contact] = [:]
    for contact in network.contacts { contacts[contact.id] = contact }
    try write("[\n")
    var isFirst = true
    for listing in network.listings {
      guard let contact = contacts[listing.contact],
        let profile = MurmurationsText.profile(of: listing, contact)
      else { continue }
      try write((isFirst ? "" : ",\n") + profile)
      isFirst = false
    }
    try write(isFirst ? "]\n" : "\n]\n")
  }
}
