internal import Matchmaking

/// Writes a network as a table for a spreadsheet: contacts with their needs and offers, in order of
/// identifier.
///
/// A table has no room for what is said of a listing beyond its text, nor for ties, interactions and
/// introductions. What was read out of headline, skills and notes is left out: those are in the table, and an
/// import reads them again, where a cell of offers would make a public statement of it. So are listings that are private,
/// or not open any more.
struct ContactTableText {
  private static let columns: [ContactColumn] = [
    .id, .name, .headline, .organisation, .locality, .region, .country, .languages, .groups, .emails, .phones,
    .urls, .needs, .offers, .sponsor, .capacity, .lastContact, .notes,
  ]

  private let network: Network
  private let unknownFields: [String]
  private let listings: [Contact.ID: [Listing]]
  private let groups: [Contact.ID: [String]]

  init(_ network: Network) {
    self.network = network
    unknownFields = Set(network.contacts.lazy.flatMap(\.unknownFields.keys)).sorted()
    listings = Dictionary(grouping: network.listings.lazy.filter(Self.canStandInCell), by: \.contact)
    var groups: [Contact.ID: [String]] = [:]
    for group in network.groups {
      for member in group.members { groups[member, default: []].append(group.name) }
    }
    self.groups = groups
  }

  /// The first row, with its line end.
  var header: String { CSVText.line(Self.columns.map(\.rawValue) + unknownFields) }

  /// One contact's row, with its line end.
  func row(of contact: Contact) -> String {
    let known = Self.columns.map { cell($0, of: contact) }
    return CSVText.line(known + unknownFields.map { Self.plain(contact.unknownFields[$0]) })
  }

  private func cell(_ column: ContactColumn, of contact: Contact) -> String {
    switch column {
    case .id: contact.id.rawValue
    case .name: contact.name
    case .headline: contact.headline ?? ""
    case .organisation: contact.organisation ?? ""
    case .locality: contact.place?.locality ?? ""
    case .region: contact.place?.region ?? ""
    case .country: contact.place?.country ?? ""
    case .languages: contact.languages.joined(separator: ";")
    case .groups: Self.lines(groups[contact.id, default: []])
    case .emails: contact.emails.joined(separator: ";")
    case .phones: Self.lines(contact.phones)
    case .urls: Self.lines(contact.urls)
    case .needs: Self.lines(listings[contact.id, default: []].filter { $0.kind == .need }.map(\.text))
    case .offers: Self.lines(listings[contact.id, default: []].filter { $0.kind == .offer }.map(\.text))
    case .sponsor: contact.sponsor?.rawValue ?? ""
    case .capacity: contact.capacity.map(String.init) ?? ""
    case .lastContact: contact.lastContact?.description ?? ""
    case .notes: contact.notes ?? ""
    case .namePrefix, .firstName, .middleName, .lastName, .nameSuffix, .knows: ""
    }
  }

  /// Whether a listing is again what it was when its text alone is read: one that is met or private would be open and
  /// for all to see.
  private static func canStandInCell(_ listing: Listing) -> Bool {
    listing.source == nil && listing.state == .open && listing.visibility != .private
  }

  /// Several texts in one cell, each on its line. A single one that an import would part gets a line end.
  private static func lines(_ texts: [String]) -> String {
    let lines = texts.map {
      $0.replacing("\r\n", with: " ").replacing(["\n": " ", "\r": " "])
    }
    return lines.joined(separator: "\n")
      + (lines.count == 1 && lines[0].contains { ";,".contains($0) } ? "\n" : "")
  }

  /// A kept JSON text as a cell: a string without its quotes, anything else as it is.
  private static func plain(_ json: String?) -> String {
    guard let json else { return "" }
    let bytes = Array(json.utf8)
    switch (try? JSONReader.value(in: bytes, 0..<bytes.count))?.content {
    // A NUL would be refused when the table is read again.
    case .string(let text)?: return text.utf8.contains(0) ? json : text
    case .array(let elements)?:
      // A list of texts, such as skills, is read again as one.
      let texts = elements.compactMap { if case .string(let text) = $0.content { text } else { nil } }
      guard texts.count == elements.count, !texts.contains(where: { $0.contains(";") }) else { return json }
      // A comma would part a single one.
      return texts.joined(separator: "; ") + (texts.count == 1 && texts[0].contains(",") ? ";" : "")
    default: return json
    }
  }
}
