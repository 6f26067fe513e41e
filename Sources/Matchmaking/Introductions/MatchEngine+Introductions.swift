extension MatchEngine {
  /// An introduction of two contacts for the best match between them, proposed on the engine's day.
  ///
  /// - Returns: nil if one of the two is not in the network, or both are one.
  /// - Complexity: O(needs × offers of the two).
  public func introduction(of one: Contact.ID, and other: Contact.ID) -> Introduction? {
    guard one != other, let assessment = assessment(of: one, and: other) else { return nil }
    let match = assessment.candidate?.matches.first
    let subject = match.flatMap { match in
      match.need.listing.flatMap { need in
        match.offer.listing.map { offer in
          Introduction.Subject(
            need: need.id, offer: offer.id, relevance: settings.uncalibrated(match.relevance))
        }
      }
    }
    return Introduction(one, other, day: asOf, subject: subject)
  }
}

extension Network {
  /// What became of introductions whose relevance is known: what ``Recalibration`` learns from. An introduction that
  /// helped, or led to a meeting, was worth making; one that was declined or came to nothing was not.
  public var outcomes: [Recalibration.Outcome] {
    introductions.compactMap { introduction in
      guard let relevance = introduction.subject?.relevance else { return nil }
      switch introduction.state {
      case .helped, .met: return Recalibration.Outcome(relevance: relevance, isRight: true)
      case .nothing, .declined: return Recalibration.Outcome(relevance: relevance, isRight: false)
      case .proposed, .askedFirst, .askedBoth, .made, .lapsed: return nil
      }
    }
  }
}
