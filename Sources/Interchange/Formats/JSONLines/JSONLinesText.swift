internal import Matchmaking

/// Writes a network as JSON Lines, contacts in order of identifier, so that an import gives it back.
struct JSONLinesText {
  private let network: Network
  private let listings: [Contact.ID: [Listing]]
  private let groups: [Contact.ID: [String]]
  private let ties: [Contact.ID: [Tie]]
  private let interactions: [Contact.ID: [Interaction]]
  private let introductions: [Contact.ID: [Introduction]]
  private let thanks: [Contact.ID: [Thanks]]

  init(_ network: Network) {
    self.network = network
    let host = network.host
    listings = Dictionary(grouping: network.listings, by: \.contact)
    var groups: [Contact.ID: [String]] = [:]
    for group in network.groups {
      for member in group.members { groups[member, default: []].append(group.name) }
    }
    self.groups = groups
    ties = Dictionary(grouping: network.ties, by: \.first)
    // The host's own interactions stand with the other contact, where no `with` is needed.
    interactions = Dictionary(grouping: network.interactions) { $0.first == host ? $0.second : $0.first }
    introductions = Dictionary(grouping: network.introductions, by: \.first)
    thanks = Dictionary(grouping: network.thanks, by: \.from)
  }

  /// One contact's line, without line end.
  func line(of contact: Contact) -> String {
    let id = contact.id
    var json = JSONText()
    json.add("id", id.rawValue)
    json.add("name", contact.name)
    if network.host == id { json.add("host", json: "true") }
    json.add("headline", contact.headline)
    json.add("organisation", contact.organisation)
    if let place = contact.place { json.add("place", json: Self.text(of: place)) }
    json.add("languages", list: contact.languages.map(JSONText.quoted))
    json.add("groups", list: groups[id, default: []].map(JSONText.quoted))
    json.add("emails", list: contact.emails.map(JSONText.quoted))
    json.add("phones", list: contact.phones.map(JSONText.quoted))
    json.add("urls", list: contact.urls.map(JSONText.quoted))
    let own = listings[id, default: []]
    let repeated = DerivedIdentifier.repeated(in: own)
    for (name, kind) in [("needs", Listing.Kind.need), ("offers", .offer)] {
      let texts = own.filter { $0.kind == kind }.map { Self.text(of: $0, hasID: repeated.contains($0.id)) }
      json.add(name, list: texts)
    }
    json.add("knows", list: ties[id, default: []].map(Self.text(of:)))
    json.add("sponsor", contact.sponsor?.rawValue)
    if let capacity = contact.capacity { json.add("capacity", json: String(capacity)) }
    json.add("notes", contact.notes)
    json.add("lastContact", contact.lastContact?.description)
    switch contact.doNotIntroduce {
    case .none: break
    case .everybody: json.add("doNotIntroduce", json: "true")
    case .these(let ids):
      let quoted = ids.sorted().map { JSONText.quoted($0.rawValue) }
      json.add("doNotIntroduce", json: "[\(quoted.joined(separator: ","))]")
    }
    json.add("interactions", list: interactions[id, default: []].map { text(of: $0, at: id) })
    json.add("introductions", list: introductions[id, default: []].map(Self.text(of:)))
    json.add("thanks", list: thanks[id, default: []].map(Self.text(of:)))
    json.add("aliases", list: contact.aliases.map { JSONText.quoted($0.rawValue) })
    if contact.sources != FieldSources() { json.add("sources", json: Self.text(of: contact.sources)) }
    Self.add(contact.unknownFields, to: &json)
    return json.text
  }

  /// The source of all fields under `all`, and of those that have another one under their names.
  private static func text(of sources: FieldSources) -> String {
    var json = JSONText()
    json.add("all", sources.origin)
    for field in FieldSources.Field.allCases { json.add(field.rawValue, sources.exceptions[field]) }
    return json.text
  }

  private static func text(of place: Place) -> String {
    var json = JSONText()
    json.add("locality", place.locality)
    json.add("region", place.region)
    json.add("country", place.country)
    if let latitude = place.latitude { json.add("latitude", json: "\(latitude)") }
    if let longitude = place.longitude { json.add("longitude", json: "\(longitude)") }
    return json.text
  }

  /// A text alone where it says everything, else an object.
  private static func text(of listing: Listing, hasID: Bool) -> String {
    let derived = DerivedIdentifier.listing(of: listing.contact, kind: listing.kind, text: listing.text)
    let plain = Listing(id: derived, contact: listing.contact, kind: listing.kind, text: listing.text)
    if listing == plain, !hasID { return JSONText.quoted(listing.text) }
    var json = JSONText()
    if listing.id != derived || hasID { json.add("id", listing.id.rawValue) }
    json.add("text", listing.text)
    if listing.basis != plain.basis { json.add("basis", listing.basis.rawValue) }
    json.add("source", listing.source?.rawValue)
    json.add("evidence", listing.evidence)
    if listing.urgency != plain.urgency { json.add("urgency", listing.urgency.rawValue) }
    json.add("since", listing.since?.description)
    json.add("until", listing.until?.description)
    if listing.visibility != plain.visibility { json.add("visibility", listing.visibility.rawValue) }
    json.add("terms", listing.terms?.rawValue)
    if listing.state != plain.state { json.add("state", listing.state.rawValue) }
    if listing.byHost { json.add("byHost", json: "true") }
    add(listing.unknownFields, to: &json)
    return json.text
  }

  private static func text(of tie: Tie) -> String {
    if tie == Tie(tie.first, tie.second) { return JSONText.quoted(tie.second.rawValue) }
    var json = JSONText()
    json.add("contact", tie.second.rawValue)
    json.add("kind", tie.kind.rawValue)
    json.add("since", tie.since?.description)
    if tie.byHost { json.add("byHost", json: "true") }
    return json.text
  }

  private func text(of interaction: Interaction, at id: Contact.ID) -> String {
    let other = interaction.first == id ? interaction.second : interaction.first
    var json = JSONText()
    json.add("date", interaction.day.description)
    json.add("kind", interaction.kind.rawValue)
    if other != network.host { json.add("with", other.rawValue) }
    json.add("from", interaction.from.map { $0 == id ? "contact" : "other" })
    json.add("note", interaction.note)
    return json.text
  }

  private static func text(of introduction: Introduction) -> String {
    var json = JSONText()
    json.add("with", introduction.second.rawValue)
    json.add("state", introduction.state.rawValue)
    json.add("by", introduction.declinedBy?.rawValue)
    json.add("on", introduction.day.description)
    if introduction.since != introduction.day { json.add("since", introduction.since.description) }
    json.add("asked", introduction.asked?.rawValue)
    json.add("reason", introduction.reason)
    json.add("need", introduction.subject?.need.rawValue)
    json.add("offer", introduction.subject?.offer.rawValue)
    if let relevance = introduction.subject?.relevance { json.add("relevance", json: "\(relevance)") }
    return json.text
  }

  private static func text(of thanks: Thanks) -> String {
    var json = JSONText()
    json.add("to", thanks.to.rawValue)
    json.add("date", thanks.day.description)
    json.add("for", thanks.favour)
    return json.text
  }

  private static func add(_ unknownFields: [String: String], to json: inout JSONText) {
    for (name, text) in unknownFields.sorted(by: { $0.key < $1.key }) {
      json.add(name, json: JSONText.onOneLine(text))
    }
  }
}
