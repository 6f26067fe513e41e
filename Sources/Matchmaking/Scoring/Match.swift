internal import Retrieval

/// One need with one offer, and what the needing contact gains from it.
public struct Match: Hashable, Sendable, Codable {
  /// What is needed.
  public let need: Side
  /// What is offered.
  public let offer: Side
  /// What the match is worth to the contact with the need.
  public let gain: Gain

  /// How well the offer meets the need, 0…1.
  public var relevance: Double { gain.relevance }

  /// How much the relevance says.
  public var strength: Strength { Strength(relevance: relevance) }

  /// A relevance in words.
  public enum Strength: String, Hashable, Sendable, Codable, CaseIterable {
    /// Three of four sensible readers would introduce the two.
    case strong
    /// Every second one would.
    case fair
    /// Every third one would: worth a question.
    case worthAsking
    /// Not worth mentioning, unless somebody asks.
    case weak

    init(relevance: Double) {
      self =
        switch relevance {
        case 0.75...: .strong
        case 0.5...: .fair
        case Settings.standard.minimumRelevance...: .worthAsking
        default: .weak
        }
    }

    /// As a reader sees it.
    public var description: String { self == .worthAsking ? "worth asking" : rawValue }
  }

  /// One side of a match: a listing of the network, or a text that somebody asked about.
  public enum Side: Hashable, Sendable, Codable {
    case listing(Listing)
    case text(String)

    /// The words of the need or offer.
    public var text: String {
      switch self {
      case .listing(let listing): listing.text
      case .text(let text): text
      }
    }

    /// The listing; nil for a text.
    public var listing: Listing? {
      if case .listing(let listing) = self { listing } else { nil }
    }

    /// Whose listing it is; nil for a text.
    public var contact: Contact.ID? { listing?.contact }
  }

  /// The words that need and offer share, as the need writes them, in its order, without words such as "the".
  ///
  /// - Complexity: O(length of both texts).
  public var wordsInCommon: [String] {
    WordsInCommon.between(need.text, offer.text)
  }

  /// The gain as a tree.
  ///
  /// - Parameters:
  ///   - evidence: what makes the two a match, if that was looked into.
  ///   - sites: where the one with the need and the one with the offer are.
  func explanation(_ evidence: Evidence?, sites: [Site?], settings: Settings) -> Explanation {
    let dates = [need, offer].compactMap { $0.listing?.since }
    let implied = [("need", need), ("offer", offer)].filter { $0.1.listing?.basis == .implied }
    let origins = implied.compactMap { side, text in
      text.listing.flatMap { listing in
        listing.origin.map { origin in
          "; the \(side) \(origin)\(listing.evidence.map { ": “\($0)”" } ?? "")"
        }
      }
    }
    return Explanation(
      "gain", because: "\"\(need.text)\" met by \"\(offer.text)\"",
      product: [
        Explanation("relevance", gain.relevance, because: evidence?.description ?? "the two texts are alike"),
        Explanation(
          "freshness", gain.freshness,
          because: dates.min().map { "the older listing is of \($0)" } ?? "no date known"),
        Explanation(
          "urgency", gain.urgency, because: "urgency of the need: \(need.listing?.urgency ?? .normal)"),
        Explanation("place", gain.place, because: gain.reasonOfPlace(sites: sites, settings: settings)),
        Explanation(
          "basis", gain.basis,
          because: implied.isEmpty
            ? "need and offer are stated"
            : "the \(implied.map(\.0).joined(separator: " and the ")) is implied, not stated"
              + origins.joined()),
        Explanation(
          "terms", gain.terms,
          because: gain.terms == 1
            ? "the offer asks for no more than the need gives"
            : "needed as \(need.listing?.terms?.rawValue ?? "any"), offered as \(offer.listing?.terms?.rawValue ?? "any")"
        ),
        Explanation(
          "language", gain.language,
          because: gain.language == 1 ? "a language in common, or not known" : "no language in common"),
        Explanation("experience", gain.learnt, because: gain.experience.because),
      ])
  }

  /// Whether this match makes another superfluous: one that comes after it and answers the same listing with what is only
  /// implied, as a headline says again what its owner states.
  func outdoes(_ other: Match) -> Bool {
    let repeats =
      need == other.need && other.offer.listing?.basis == .implied
      || offer == other.offer && other.need.listing?.basis == .implied
    return repeats && precedes(other)
  }

  /// Whether this match is worth more than another; for equal worth the smaller listings come first.
  func precedes(_ other: Match) -> Bool {
    if gain.value != other.gain.value { return gain.value > other.gain.value }
    let (mine, theirs) = ([need, offer].map(\.key), [other.need, other.offer].map(\.key))
    return mine.lexicographicallyPrecedes(theirs)
  }
}

extension Match.Side {
  fileprivate var key: String { listing?.id.rawValue ?? text }
}
