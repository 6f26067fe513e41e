internal import Matchmaking

/// Writes listings as profiles of Murmurations' `offers_wants_schema-v0.1.0`.
enum MurmurationsText {
  /// One profile, without line end; nil if the listing is not for everybody, or nobody could answer it.
  static func profile(of listing: Listing, _ contact: Contact) -> String? {
    guard listing.visibility == .public, listing.state == .open, listing.basis == .stated else { return nil }
    var details = JSONText()
    if let mail = contact.emails.first(where: { !$0.isBlank }) {
      details.add("email", mail)
    } else if let url = contact.urls.first(where: { $0.hasPrefix("http://") || $0.hasPrefix("https://") }) {
      details.add("contact_form", url)
    } else {
      return nil
    }
    var json = JSONText()
    json.add("linked_schemas", list: [JSONText.quoted("offers_wants_schema-v0.1.0")])
    json.add("exchange_type", listing.kind == .offer ? "offer" : "want")
    // The schema asks for these, be they empty.
    json.add("transaction_type", json: types(listing.terms))
    json.add("tags", json: "[]")
    json.add("title", listing.text)
    json.add("description", listing.text)
    if let latitude = contact.place?.latitude, let longitude = contact.place?.longitude {
      json.add("geolocation", json: "{\"lat\":\(latitude),\"lon\":\(longitude)}")
    }
    json.add("geographic_scope", contact.place == nil ? "international" : "local")
    json.add("contact_details", json: details.text)
    if let until = listing.until { json.add("expires_at", json: "\(until.number * 86_400 + 86_399)") }
    return json.text
  }

  private static func types(_ terms: Listing.Terms?) -> String {
    switch terms {
    case .gift: "[\"receive-donate\"]"
    case .loan: "[\"borrow-lend\"]"
    case .paid: "[\"buy-sell\"]"
    case .favour, .exchange, nil: "[]"
    }
  }
}
