public import Matchmaking

/// A need or an offer in its contact's own words.
public struct Quote: Hashable, Sendable {
  /// Which listing it is.
  public let id: Listing.ID
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

  init(_ listing: Listing, by person: Person, saying words: String? = nil) {
    id = listing.id
    self.person = person
    kind = listing.kind
    text = words?.legible(limit: Listing.longestQuote) ?? listing.quotable
    basis = listing.basis
    urgency = listing.urgency
    until = listing.until
    terms = listing.terms
    visibility = listing.visibility
  }
}

extension Listing {
  /// The words as a page or a letter quotes them: one line, cleaned like names, cut where they go on and on.
  var quotable: String { text.legible(limit: Self.longestQuote) }

  /// In characters.
  static let longestQuote = 240
}
