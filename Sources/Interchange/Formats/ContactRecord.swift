internal import Matchmaking

/// One record of a file, whatever the format: a contact and all that the record says of it.
struct ContactRecord {
  /// The 1-based line on which the record begins.
  var line: Int
  /// The contact's own fields; its identifier is empty if the record gives none.
  var contact: Contact
  /// Whether the record says that this is the host.
  var isHost = false
  /// Whether it fills in what is not known of a contact and replaces nothing: what the header of a mail calls somebody.
  var fillsOnly = false
  /// Whether it only adds to a contact that is known: somebody who wrote once makes no contact.
  var joinsOnly = false
  /// Its needs and offers, in order.
  var listings: [ListingRecord] = []
  /// The names of its groups, in order.
  var groups: [String] = []
  /// What it is good at, as others say or as it says itself, in order.
  var skills: [String] = []
  /// What the host wrote for others to read, to recommend it.
  var recommendation: String?
  /// What it says of other contacts, in order.
  var references: [Reference] = []

  /// A record of a line without anything in it yet.
  init(line: Int) {
    self.line = line
    contact = Contact(id: Contact.ID(""), name: "")
  }

  /// Whether the record gives an identifier.
  var hasID: Bool { !contact.id.rawValue.isEmpty }

  /// Whether it is about the host and doesn't say who that is.
  var isOfNamelessHost: Bool { isHost && !hasID }

  /// When the contact was connected with the host, if the record says so.
  var connectedOn: Day? {
    references.lazy.compactMap { reference -> Day? in
      if case .connection(let day) = reference.meaning { day } else { nil }
    }.first
  }

  /// Puts spaces where the name has control characters, and refuses a record by which nobody could be found again.
  mutating func validate() throws(RecordProblem) {
    contact.name = contact.name.withoutControls
    let isAnonymous =
      !hasID && contact.name.isBlank && contact.urls.allSatisfy { $0.isBlank }
      && contact.emails.allSatisfy { $0.isBlank }
    if isAnonymous { throw RecordProblem(reason: "has no name, id, web address or e-mail address") }
  }
}
