import ArgumentParser
import Interchange
import Matchmaking
import NetworkStore

/// `linkup add`: a contact by hand.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a contact.",
    discussion: """
      Prints the contact's id. The network file is made if there is none yet. With --host the contact is you: \
      linkup then knows whom you can help and whom you can ask. If you are in the network already, by this id, \
      mail address or whole name, what you give is added to that contact.

      EXAMPLES
        linkup add "Inès Faure" --headline "Avocate en droit du travail"
        linkup add "Luc Abadie" --email luc@example.org --group Rotary
        linkup add "Me" --host
      """)

  @Argument(help: "The contact's name.")
  var name: String

  @Option(help: "Title or position, in one line.")
  var headline: String?

  @Option(help: "Employer or association.")
  var organisation: String?

  @Option(help: "Town.")
  var place: String?

  @Option(help: "A language the contact speaks, such as fr; may be repeated.")
  var language: [String] = []

  @Option(help: "A group the contact belongs to; may be repeated.")
  var group: [String] = []

  @Option(help: "A mail address; may be repeated.")
  var email: [String] = []

  @Option(help: "A telephone number; may be repeated.")
  var phone: [String] = []

  @Option(help: "A web address; may be repeated.")
  var url: [String] = []

  @Option(help: "Your own private words about the contact; needs and offers are read out of them.")
  var notes: String?

  @Option(
    parsing: .unconditional, help: "How many introductions the contact takes in a period (default: 3).")
  var capacity: Int?

  @Option(help: "The id (default: made from the name).")
  var id: String?

  @Flag(help: "This contact is the host: you.")
  var host = false

  @OptionGroup var network: NetworkOptions

  func validate() throws {
    guard name.contains(where: { !$0.isWhitespace }) else { throw ValidationError("The name is empty.") }
    if let capacity, capacity < 0 {
      throw ValidationError("--capacity is \(capacity); it must be 0 or more.")
    }
  }

  func run() throws {
    try checkLengths()
    let (added, formerHost) = try NetworkStore(path: network.path).update { network in
      let contact = try contact(in: network)
      var groups = Dictionary(uniqueKeysWithValues: network.groups.map { ($0.name, $0.members) })
      for name in group { groups[name, default: []].append(contact.id) }
      let next = try network.with(
        contacts: network.contacts.filter { $0.id != contact.id } + [contact],
        listings: Implications.applied(to: network.listings, of: contact),
        groups: groups.map { Group(name: $0.key, members: $0.value) }, host: host ? contact.id : nil)
      let former = next.host == network.host ? nil : network.host
      return (next, (contact.id, former.map { "\(network.name(of: $0)) (\($0))" }))
    }
    if let formerHost { StandardError.say("the host was \(formerHost); now it is '\(added)'") }
    let output = StandardOutput()
    try output.line(added.rawValue)
    try output.flush()
  }

  /// The contact to put into a network: a new one, or for the host one that came in by an import, with what
  /// is given.
  private func contact(in network: Network) throws -> Contact {
    var given = contact
    let named = host && id == nil ? try network.contact(calledExactly: name) : nil
    let bearer = id == nil ? network.contacts(calledExactly: name).first : nil
    guard var known = named ?? network.contact(given.id) ?? bearer else { return given }
    guard host else {
      throw Failure("'\(known.id)' is there already; to add another of that name, give --id")
    }
    // What was given for a name may be the id or the address.
    given.name = known.name
    known.join(given)
    return known
  }

  private func checkLengths() throws {
    let fields: [(name: String, texts: [String?])] = [
      ("the name", [name]), ("--headline", [headline]), ("--organisation", [organisation]),
      ("--place", [place]), ("--language", language), ("--group", group), ("--email", email),
      ("--phone", phone), ("--url", url), ("--id", [id]),
    ]
    for field in fields {
      for text in field.texts.compactMap(\.self) { try FieldLimit.text.check(text, of: field.name) }
    }
  }

  private var contact: Contact {
    var contact = Contact(
      id: "", name: name, headline: headline, organisation: organisation,
      place: place.map { Place(locality: $0) },
      languages: language, emails: email, phones: phone, urls: url, capacity: capacity, notes: notes,
      sources: FieldSources(FieldSources.host))
    contact.id = id.map { Contact.ID($0) } ?? DerivedIdentifier.contact(contact)
    return contact
  }
}
