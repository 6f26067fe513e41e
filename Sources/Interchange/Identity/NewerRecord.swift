internal import Matchmaking

/// Whether a record says anew of a contact what an older export of the same kind said, though nothing that is known of
/// both makes them out: somebody without an address has taken another position, or gives an address now.
///
/// A name is enough only if it has one bearer in the network and one in the file, if both come out of files of one name,
/// and if nothing speaks against it.
struct NewerRecord {
  let record: Contact
  let known: Contact
  /// When the contact was connected with the host; nil if unknown.
  let since: Day?
  /// When the record says that it was; nil if it doesn't.
  let recordSince: Day?

  /// Whether it does.
  var isOfSamePerson: Bool {
    guard let source = known.sources.origin, let newer = record.sources.origin,
      Self.kind(of: source) == Self.kind(of: newer), known.unknownFields["uid"] == nil, known.mayBe(record)
    else { return false }
    // Whoever has an address, and then another, may well be two.
    if Self.hasAddress(known), Self.hasAddress(record) { return false }
    if !known.phones.isEmpty, !record.phones.isEmpty { return false }
    let places = [known.place, record.place]
    if differ(places[0]?.locality, places[1]?.locality) || differ(places[0]?.country, places[1]?.country) {
      return false
    }
    if let recordSince {
      guard let day = Day(Self.connectedOn(known) ?? "") ?? since else { return false }
      return day == recordSince
    }
    if differ(known.organisation, record.organisation) { return false }
    // A name alone is many people's: something else must be the same.
    let isAlike =
      agree(known.organisation, record.organisation) || agree(known.headline, record.headline)
      || agree(places[0]?.locality, places[1]?.locality)
    return isAlike
      && (Self.hasAddress(known) == Self.hasAddress(record) || !differ(known.headline, record.headline))
  }

  private func agree(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other, !one.isBlank else { return false }
    return FoldedText(one).text == FoldedText(other).text
  }

  private func differ(_ one: String?, _ other: String?) -> Bool {
    guard let one, let other, !one.isBlank, !other.isBlank else { return false }
    return FoldedText(one).text != FoldedText(other).text
  }

  private static func hasAddress(_ contact: Contact) -> Bool {
    !contact.emails.isEmpty || !contact.urls.isEmpty
  }

  /// The day in a field of a connection that has no address.
  private static func connectedOn(_ contact: Contact) -> String? {
    contact.unknownFields["connectedOn"].map { String($0.dropFirst().dropLast()) }
  }

  /// What the names of an export's older and newer files have in common: `Connections (2).csv`, `Connections 2024-05-01.csv` and
  /// `Connections.csv` are of one kind, `club1.csv` and `club2.csv` are not.
  static func kind(of source: String) -> String {
    let name = source.utf8.lastIndex { $0 == UInt8(ascii: "/") }.map {
      source[source.utf8.index(after: $0)...]
    }
    let words = FoldedText(String(name ?? source[...])).slug.split(separator: "-")
    return words.filter { $0.contains { !$0.isNumber } && $0 != "copy" && $0 != "copie" }.joined(
      separator: "-")
  }
}
