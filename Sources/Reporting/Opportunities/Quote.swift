public import Matchmaking

/// A need or an offer in its contact's own words.
public struct Quote: Hashable, Sendable {
  /// Whose words they are.
  public let person: Person
  /// Need or offer.
  public let kind: Listing.Kind
  /// The words: one line, at most 240 characters, cleaned like names.
  public let text: String
  /// How the listing came to be known.
  public let basis: Listing.Basis
  /// How soon it is wanted.
  public let urgency: Listing.Urgency
  /// The last day on which it holds; nil if open-ended.
  public let until: Day?
  /// What is wanted in return; nil if not said.
  public let terms: Listing.Terms?
  /// Who may see it.
  public let visibility: Listing.Visibility

  init(_ listing: Listing, in network: Network) {
    person = Person(listing.contact, in: network)
    kind = listing.kind
    text = listing.text.legible(limit: 240)
    basis = listing.basis
    urgency = listing.urgency
    until = listing.until
    terms = listing.terms
    visibility = listing.visibility
  }

  /// Who needs or offers, to stand before the words: "Claire Bonnafous needs", "You offer".
  var lead: String {
    "\(person.subject(startsSentence: true)) \(kind.rawValue)\(person.isHost ? "" : "s")"
  }

  /// The same as part of a reason, which says how sure and how pressing it is: "you may have", "Claire
  /// Bonnafous needs soon".
  func claim(startsSentence: Bool) -> String {
    let ending = person.isHost ? "" : "s"
    let verb =
      switch (kind, basis) {
      case (_, .stated): kind.rawValue + ending
      case (.need, .implied): "seem\(ending) to need"
      case (.offer, .implied): "may have"
      }
    let soon = kind == .need && urgency == .high ? " soon" : ""
    return "\(person.subject(startsSentence: startsSentence)) \(verb)\(soon)"
  }
}
