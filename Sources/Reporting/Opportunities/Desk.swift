internal import Matchmaking

/// What the kinds of opportunities are made from: who is matched, whose report it is, what was shown before.
struct Desk {
  let engine: MatchEngine
  let week: Week
  let budget: Budget
  let history: History
  /// Words the letters, for each in his language.
  let reader: Contact.ID?
  /// What others may read of a listing.
  let blindWords: BlindWords

  var network: Network { engine.network }

  func person(_ id: Contact.ID) -> Person { Person(id, in: network, reader: reader) }

  func quote(_ listing: Listing) -> Quote { Quote(listing, by: person(listing.contact)) }

  /// The towns, or else regions or countries, of contacts, cleaned like names.
  func towns(_ ids: [Contact.ID]) -> [String] {
    let labels = ids.compactMap { id in
      network.contact(id)?.place.flatMap { place in
        [place.locality, place.region, place.country].lazy
          .compactMap { $0?.asName }.first { !$0.isEmpty }
      }
    }
    return labels.count == ids.count ? labels : []
  }

  /// Whether some contact of a kind has a current need or offer.
  func hasCurrent(_ kind: Listing.Kind, of isMeant: (Contact.ID) -> Bool) -> Bool {
    network.listings.contains { $0.kind == kind && $0.isCurrent(asOf: engine.asOf) && isMeant($0.contact) }
  }

  /// A letter in its reader's language; to nobody in particular, in that of the report's reader.
  func letter(
    to id: Contact.ID?, _ words: (any Wording, _ name: String) -> (subject: String, body: [String])
  ) -> Letter {
    let contact = (id ?? reader).flatMap(network.contact)
    let (subject, body) = words(
      Language(preferredBy: contact?.languages ?? []).wording, id.map { person($0).name } ?? "")
    let signature = reader.map { person($0).name }
    return Letter(
      to: [id].compactMap(\.self), subject: subject.legible(limit: 120),
      body: (body + [signature].compactMap { $0 }).joined(separator: "\n\n"), in: network)
  }
}
