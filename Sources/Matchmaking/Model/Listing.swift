/// A need or an offer: what a contact states or implies, in its own words.
public struct Listing: Hashable, Sendable, Codable, Identifiable {
  /// Names a listing.
  public typealias ID = Identifier<Listing>

  /// Unique in the network among needs and offers together, and stable.
  public var id: ID
  /// Whose listing it is.
  public var contact: Contact.ID
  /// Need or offer.
  public var kind: Kind
  /// The contact's own words; not empty.
  public var text: String
  /// How the listing came to be known.
  public var basis: Basis
  /// What linkup read an implied listing out of, as long as the host has not made it his own; it goes when
  /// that says it no more. Nil for any other listing.
  public var source: Source?
  /// The words of the source that say so, where they are more than the text.
  public var evidence: String?
  /// How soon it is wanted.
  public var urgency: Urgency
  /// Since when it has stood; nil if unknown.
  public var since: Day?
  /// The last day on which it holds; nil if open-ended.
  public var until: Day?
  /// Who may see it.
  public var visibility: Visibility
  /// In return for what; nil if not said, which fits anything.
  public var terms: Terms?
  /// Whether it still stands.
  public var state: State
  /// Whether the host typed it, or changed it: no import changes it then.
  public var byHost: Bool
  /// Fields that linkup does not know, by name, each as JSON text; kept so that an export gives them back.
  public var unknownFields: [String: String]

  /// What a listing is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Something that the contact is looking for.
    case need
    /// Something that the contact can give.
    case offer
  }

  /// How a listing came to be known.
  public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
    /// The contact said so.
    case stated
    /// Read out of a headline, a position, a skill or a note.
    case implied
  }

  /// What of a contact a listing was read out of.
  public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
    /// The headline, or the position and employer.
    case headline
    /// The skills that a profile lists.
    case skills
    /// The host's private notes, or what the host wrote to recommend the contact.
    case notes
  }

  /// How soon a listing is wanted.
  public enum Urgency: String, Hashable, Sendable, Codable, CaseIterable {
    case low, normal, high
  }

  /// Who may see a listing.
  public enum Visibility: String, Hashable, Sendable, Codable, CaseIterable {
    /// The host alone.
    case `private`
    /// Contacts of the network.
    case network
    /// Anybody.
    case `public`
  }

  /// What is wanted in return.
  public enum Terms: String, Hashable, Sendable, Codable, CaseIterable {
    case gift, favour, exchange, loan, paid
  }

  /// Whether a listing still stands.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    /// It stands.
    case open
    /// Not at present.
    case paused
    /// The need was met, the offer was used.
    case met
    /// Taken back.
    case withdrawn
  }

  /// A listing from its parts.
  public init(
    id: ID, contact: Contact.ID, kind: Kind, text: String, basis: Basis = .stated,
    source: Source? = nil, evidence: String? = nil,
    urgency: Urgency = .normal, since: Day? = nil, until: Day? = nil, visibility: Visibility = .network,
    terms: Terms? = nil, state: State = .open, byHost: Bool = false, unknownFields: [String: String] = [:]
  ) {
    self.id = id
    self.contact = contact
    self.kind = kind
    self.text = text
    self.basis = basis
    self.source = source
    self.evidence = evidence
    self.urgency = urgency
    self.since = since
    self.until = until
    self.visibility = visibility
    self.terms = terms
    self.state = state
    self.byHost = byHost
    self.unknownFields = unknownFields
  }

  /// What a listing was read out of, in words such as "from notes"; nil for one that was not.
  public var origin: String? {
    switch source {
    case .headline: "from the headline"
    case .skills: "from skills"
    case .notes: "from notes"
    case nil: evidence == nil ? nil : "from notes"
    }
  }

  /// Whether the listing can be matched on a day: open, and not past its last day.
  public func isCurrent(asOf day: Day) -> Bool {
    state == .open && until.map { $0 >= day } ?? true
  }
}
