import Interchange
import Matchmaking

/// What of a network a vCard can hold.
///
/// Not who gave which field, nor aliases; not interactions, introductions, thanks, the host, nor whom not to introduce; not control characters, the
/// kind of a line end, blank texts, texts twice in a list, nor white space around a text.
struct CardSized {
  let network: Network

  init(_ whole: Network) throws {
    let contacts = whole.contacts.map(Self.contact)
    var listings = whole.listings.map { listing in
      var listing = listing
      listing.text = Self.text(listing.text)
      listing.evidence = listing.evidence.map(Self.printable)
      return listing
    }
    for contact in contacts { listings = Implications.applied(to: listings, of: contact) }
    network = try Network(
      contacts: contacts, listings: listings,
      ties: whole.ties.map { Tie($0.first, $0.second, kind: $0.kind, since: $0.since) },
      groups: whole.groups.map { Group(name: Self.text($0.name), members: $0.members) })
  }

  private static func contact(_ whole: Contact) -> Contact {
    let place = whole.place.map { place in
      Place(
        locality: maybe(place.locality), region: maybe(place.region), country: maybe(place.country),
        latitude: place.latitude, longitude: place.longitude)
    }
    return Contact(
      id: whole.id, name: text(whole.name), headline: maybe(whole.headline),
      organisation: maybe(whole.organisation), place: place == Place() ? nil : place,
      languages: list(whole.languages), emails: list(whole.emails), phones: list(whole.phones),
      urls: list(whole.urls), sponsor: whole.sponsor, capacity: whole.capacity, notes: maybe(whole.notes),
      lastContact: whole.lastContact, unknownFields: whole.unknownFields)
  }

  private static func list(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.map(text).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  private static func maybe(_ original: String?) -> String? {
    let text = text(original ?? "")
    return text.isEmpty ? nil : text
  }

  private static func text(_ original: String) -> String {
    func isBlank(_ character: Character) -> Bool {
      character == " " || character == "\t" || character == "\n"
    }
    let start = printable(original).drop(while: isBlank)
    return String(start.reversed().drop(while: isBlank).reversed())
  }

  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || $0.value == 0x7F ? " " : $0
        }))
  }
}
