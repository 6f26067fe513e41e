internal import Matchmaking

/// A candidate seen from one side: what one of the two gains from the other.
struct Help {
  let candidate: Candidate
  /// What is needed.
  let need: Listing
  /// What meets it.
  let offer: Listing
  /// The candidate's score; where this is the weaker direction of a swap, so much less as its gain is smaller.
  ///
  /// Thus it is the score that `linkup why` shows, except for the weaker direction.
  let score: Double

  /// The best match for one side; nil if it gains nothing.
  init?(_ candidate: Candidate, to taker: Contact.ID) {
    guard let match = candidate.matches.first(where: { $0.need.contact == taker }),
      let best = candidate.matches.first?.gain.value, best > 0,
      let need = match.need.listing, let offer = match.offer.listing, match.relevance >= Self.leastRelevance
    else { return nil }
    self.candidate = candidate
    self.need = need
    self.offer = offer
    score = candidate.score * match.gain.value / best
  }

  /// A page has no room for what would fit less often than that.
  private static let leastRelevance = 0.5

  /// What each candidate gains from one contact, the best first.
  static func given(by giver: Contact.ID, to candidates: [Candidate]) -> [Help] {
    candidates.compactMap { Help($0, to: $0.other(than: giver)) }.sorted { $0.precedes($1) }
  }

  /// What one contact gains from each candidate, the best first.
  static func taken(by taker: Contact.ID, from candidates: [Candidate]) -> [Help] {
    candidates.compactMap { Help($0, to: taker) }.sorted { $0.precedes($1) }
  }

  /// Whether this one is worth more than another; for equal worth the smaller identifiers come first.
  private func precedes(_ other: Help) -> Bool {
    score != other.score
      ? score > other.score
      : (candidate.first, candidate.second) < (other.candidate.first, other.candidate.second)
  }

  /// The groups that the two share, legible.
  var groups: [String] {
    candidate.trust.sharedGroups.map { $0.name.asName }.filter { !$0.isEmpty }
  }
}
