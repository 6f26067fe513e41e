internal import Matchmaking

/// Writes contacts in schema.org's words, in the order of their identifiers.
struct SchemaText {
  private let listings: [Contact.ID: [Listing]]
  private let groups: [Contact.ID: [String]]
  private let ties: [Contact.ID: [Tie]]

  init(_ network: Network) {
    listings = Dictionary(grouping: network.listings.filter(Self.isPublished), by: \.contact)
    var groups: [Contact.ID: [String]] = [:]
    for group in network.groups {
      for member in group.members { groups[member, default: []].append(group.name) }
    }
    self.groups = groups
    ties = Dictionary(grouping: network.ties, by: \.first)
  }

  private static func isPublished(_ listing: Listing) -> Bool {
    listing.visibility != .private && listing.state == .open && listing.basis == .stated
  }

  /// One contact as a node, without line end.
  func node(of contact: Contact) -> String {
    var json = JSONText()
    json.add("@type", "Person")
    json.add("@id", LinkedIdentifier.address(of: contact.id.rawValue))
    json.add("name", contact.name.isEmpty ? nil : contact.name)
    json.add("jobTitle", contact.headline)
    if let organisation = contact.organisation {
      json.add("worksFor", json: Self.node("Organization", name: organisation))
    }
    let groups = groups[contact.id, default: []].map { Self.node("Organization", name: $0) }
    json.add("memberOf", list: groups)
    if let place = contact.place { Self.add(place, to: &json) }
    json.add("knowsLanguage", list: contact.languages.map(JSONText.quoted))
    let mails = contact.emails.filter { !$0.isBlank }.map { "mailto:" + Self.escaped($0) }
    json.add("email", list: mails.map(JSONText.quoted))
    json.add("telephone", list: contact.phones.map(JSONText.quoted))
    json.add("url", list: contact.urls.map(JSONText.quoted))
    let own = listings[contact.id, default: []]
    json.add("seeks", list: own.filter { $0.kind == .need }.map(Self.node(of:)))
    json.add("makesOffer", list: own.filter { $0.kind == .offer }.map(Self.node(of:)))
    json.add(
      "knows",
      list: ties[contact.id, default: []].map {
        var reference = JSONText()
        reference.add("@id", LinkedIdentifier.address(of: $0.second.rawValue))
        return reference.text
      })
    return json.text
  }

  /// What a mail address as a web address cannot hold as it is.
  private static func escaped(_ mail: String) -> String {
    mail.replacing(["%": "%25", "?": "%3F"])
  }

  private static func node(_ type: String, name: String) -> String {
    var json = JSONText()
    json.add("@type", type)
    json.add("name", name)
    return json.text
  }

  private static func add(_ place: Place, to json: inout JSONText) {
    var address = JSONText()
    address.add("@type", "PostalAddress")
    address.add("addressLocality", place.locality)
    address.add("addressRegion", place.region)
    address.add("addressCountry", place.country)
    if place.locality != nil || place.region != nil || place.country != nil {
      json.add("address", json: address.text)
    }
    guard let latitude = place.latitude, let longitude = place.longitude else { return }
    var point = JSONText()
    point.add("@type", "GeoCoordinates")
    point.add("latitude", json: "\(latitude)")
    point.add("longitude", json: "\(longitude)")
    var location = JSONText()
    location.add("@type", "Place")
    location.add("geo", json: point.text)
    json.add("homeLocation", json: location.text)
  }

  private static func node(of listing: Listing) -> String {
    var json = JSONText()
    let isNeed = listing.kind == .need
    json.add("@type", isNeed ? "Demand" : "Offer")
    json.add("@id", LinkedIdentifier.address(of: listing.id.rawValue))
    json.add("name", listing.text)
    json.add("validFrom", listing.since?.description)
    json.add("validThrough", listing.until?.description)
    switch listing.terms {
    case .gift: json.add("price", json: "0")
    case .loan: json.add("businessFunction", "http://purl.org/goodrelations/v1#LeaseOut")
    case .paid: json.add("businessFunction", "http://purl.org/goodrelations/v1#\(isNeed ? "Buy" : "Sell")")
    case .favour, .exchange, nil: break
    }
    return json.text
  }
}
