internal import Matchmaking

/// Writes a network as vCard 4.0, contacts in order of identifier, so that an import gives back the contacts,
/// their needs and offers, groups and ties.
///
/// A card has no room for whom not to introduce, who the host is, interactions, introductions and thanks, nor
/// for control characters, blank texts and white space around a text.
struct VCardText {
  /// What linkup's cards say that they are made by.
  static let product = "-//linkup//linkup//EN"

  private let listings: [Contact.ID: [Listing]]
  private let groups: [Contact.ID: [String]]
  private let ties: [Contact.ID: [Tie]]

  init(_ network: Network) {
    listings = Dictionary(grouping: network.listings, by: \.contact)
    var groups: [Contact.ID: [String]] = [:]
    for group in network.groups {
      for member in group.members { groups[member, default: []].append(group.name) }
    }
    self.groups = groups
    var ties: [Contact.ID: [Tie]] = [:]
    for tie in network.ties {
      ties[tie.first, default: []].append(tie)
      ties[tie.second, default: []].append(tie)
    }
    self.ties = ties
  }

  /// One contact's card, with line ends.
  func card(of contact: Contact) -> String {
    let id = contact.id
    var card = "BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:\(Self.product)\r\n"
    card += Self.identifier("UID", id)
    card += VCardLineText("FN").text(contact.name)
    card += Self.name(contact.name)
    if let organisation = contact.organisation { card += VCardLineText("ORG").structured([organisation]) }
    if let headline = contact.headline { card += VCardLineText("TITLE").text(headline) }
    if let place = contact.place { card += Self.place(place) }
    for (name, values) in [
      ("LANG", contact.languages), ("EMAIL", contact.emails), ("TEL", contact.phones),
      ("CATEGORIES", groups[id, default: []]),
    ] {
      for value in values { card += VCardLineText(name).text(value) }
    }
    for url in contact.urls {
      var line = VCardLineText("URL")
      card += line.address(url)
    }
    if let notes = contact.notes { card += VCardLineText("NOTE").text(notes) }
    let own = listings[id, default: []]
    let repeated = DerivedIdentifier.repeated(in: own)
    for listing in own { card += VCardListingText.line(of: listing, hasID: repeated.contains(listing.id)) }
    for tie in ties[id, default: []] { card += Self.tie(tie, of: id) }
    if let capacity = contact.capacity { card += VCardLineText("X-LINKUP-CAPACITY").text(String(capacity)) }
    if let day = contact.lastContact { card += VCardLineText("X-LINKUP-LAST-CONTACT").text(day.description) }
    if let sponsor = contact.sponsor { card += Self.identifier("X-LINKUP-SPONSOR", sponsor) }
    card += VCardUnknownText.lines(of: contact.unknownFields)
    return card + "END:VCARD\r\n"
  }

  private static func identifier(_ name: String, _ id: Contact.ID) -> String {
    var line = VCardLineText(name)
    // The default is an address, which an identifier of a network is not.
    if name == "UID" { line.add("VALUE", "text") }
    return line.text(id.rawValue)
  }

  /// The last word for the family's name: a guess, but programs sort by it; linkup reads `FN` alone.
  private static func name(_ name: String) -> String {
    let words = VCardLineText.printable(name).split(whereSeparator: \.isWhitespace)
    let given = words.dropLast().joined(separator: " ")
    return VCardLineText("N").structured([words.last.map(String.init) ?? "", given, "", "", ""])
  }

  private static func place(_ place: Place) -> String {
    var lines = ""
    if place.locality != nil || place.region != nil || place.country != nil {
      lines += VCardLineText("ADR").structured([
        "", "", "", place.locality ?? "", place.region ?? "", "", place.country ?? "",
      ])
    }
    if let latitude = place.latitude, let longitude = place.longitude {
      var line = VCardLineText("GEO")
      lines += line.address("geo:\(latitude),\(longitude)")
    }
    return lines
  }

  private static func tie(_ tie: Tie, of id: Contact.ID) -> String {
    var line = VCardLineText("RELATED")
    line.add("VALUE", "text")
    line.add("TYPE", tie.kind.rawValue)
    line.add("X-SINCE", tie.since?.description)
    return line.text((tie.first == id ? tie.second : tie.first).rawValue)
  }
}
