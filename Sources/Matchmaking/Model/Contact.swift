/// A person or organisation in the network.
///
/// What a contact needs and offers are ``Listing``s, kept beside the contacts in a ``Network``; so are the
/// ``Tie``s, ``Group``s, ``Interaction``s and ``Introduction``s that name it.
public struct Contact: Hashable, Sendable, Codable, Identifiable {
  /// Names a contact.
  public typealias ID = Identifier<Contact>

  /// Unique in the network, and stable: importing the same record again gives the same identifier.
  public var id: ID
  /// As the contact writes it; may be empty where a source knows an address alone.
  public var name: String
  /// What a contact says of itself in one line: a title, a position.
  public var headline: String?
  /// Employer or association.
  public var organisation: String?
  /// Where the contact is.
  public var place: Place?
  /// Languages spoken, as BCP 47 tags (`fr`, `en`), best first; empty if unknown.
  public var languages: [String]
  /// Mail addresses, best first.
  public var emails: [String]
  /// Telephone numbers as written, best first.
  public var phones: [String]
  /// Web addresses, best first.
  public var urls: [String]
  /// Who brought the contact into the network or a group of it.
  public var sponsor: ID?
  /// How many introductions the contact takes in one period; nil for the network's default, 0 for none.
  public var capacity: Int?
  /// The host's own private words about the contact: shown to nobody else, part of no other contact's page.
  public var notes: String?
  /// When the host last heard from the contact, where no ``Interaction`` tells.
  public var lastContact: Day?
  /// Whom this contact must not be introduced to.
  public var doNotIntroduce: Barrier
  /// Other identifiers by which files name the contact, such as those of records merged into it, in order.
  public var aliases: [ID]
  /// Which file, or the host, gave each field.
  public var sources: FieldSources
  /// Fields that linkup does not know, by name, each as JSON text; kept so that an export gives them back.
  public var unknownFields: [String: String]

  /// Whom a contact must not be introduced to.
  public enum Barrier: Hashable, Sendable, Codable {
    /// Nobody in particular.
    case none
    /// To these contacts, in either direction.
    case these(Set<ID>)
    /// To anybody.
    case everybody

    /// Whether an introduction to a contact is barred.
    public func bars(_ id: ID) -> Bool {
      switch self {
      case .none: false
      case .these(let others): others.contains(id)
      case .everybody: true
      }
    }
  }

  /// A contact from its parts.
  public init(
    id: ID, name: String, headline: String? = nil, organisation: String? = nil, place: Place? = nil,
    languages: [String] = [], emails: [String] = [], phones: [String] = [], urls: [String] = [],
    sponsor: ID? = nil, capacity: Int? = nil, notes: String? = nil, lastContact: Day? = nil,
    doNotIntroduce: Barrier = .none, aliases: [ID] = [], sources: FieldSources = FieldSources(),
    unknownFields: [String: String] = [:]
  ) {
    self.id = id
    self.name = name
    self.headline = headline
    self.organisation = organisation
    self.place = place
    self.languages = languages
    self.emails = emails
    self.phones = phones
    self.urls = urls
    self.sponsor = sponsor
    self.capacity = capacity
    self.notes = notes
    self.lastContact = lastContact
    self.doNotIntroduce = doNotIntroduce
    self.aliases = aliases
    self.sources = sources
    self.unknownFields = unknownFields
  }
}
