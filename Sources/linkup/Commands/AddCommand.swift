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
      linkup then knows whom you can help and whom you can ask. You may be in the network already.

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

  @Option(help: "Your own private words about the contact.")
  var notes: String?

  @Option(help: "How many introductions the contact takes in a period (default: 3).")
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
    let added = try NetworkStore(path: network.path).update { network in
      if host, let other = network.host {
        throw Failure("the host is \(network.name(of: other)) (\(other)); a network has one")
      }
      // Who came in by an import may turn out to be the host.
      let known = network.contacts(called: name)
      if host, known.count == 1 { return (try network.with(contacts: network.contacts, host: known[0].id), known[0].id) }
      let contact = contact
      guard network.contact(contact.id) == nil else {
        throw Failure("'\(contact.id)' is there already; to add another of that name, give --id")
      }
      var groups = Dictionary(uniqueKeysWithValues: network.groups.map { ($0.name, $0.members) })
      for name in group { groups[name, default: []].append(contact.id) }
      let next = try network.with(
        contacts: network.contacts + [contact], groups: groups.map { Group(name: $0.key, members: $0.value) },
        host: host ? contact.id : network.host)
      return (next, contact.id)
    }
    let output = StandardOutput()
    try output.line(added.rawValue)
    try output.flush()
  }

  private var contact: Contact {
    var contact = Contact(
      id: "", name: name, headline: headline, organisation: organisation,
      place: place.map { Place(locality: $0) },
      languages: language, emails: email, phones: phone, urls: url, capacity: capacity, notes: notes)
    contact.id = id.map { Contact.ID($0) } ?? DerivedIdentifier.contact(contact)
    return contact
  }
}
