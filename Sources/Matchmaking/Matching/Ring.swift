/// Three contacts, each of whom needs what the next one offers, the third what the first does, while no two
/// of them have something for each other: what no pair brings about, three do.
///
/// It counts as one introduction for each of them.
public struct Ring: Hashable, Sendable {
  /// The three, the smallest identifier first; each needs what the next offers.
  public let members: [Contact.ID]
  /// The best match of each member's needs with the next one's offers, in the members' order.
  public let matches: [Match]
  /// How much the ring is worth, 0…1: the geometric mean of what its three pairs would score.
  public let score: Double
  /// How the score comes about.
  public let explanation: Explanation

  /// A ring of three one-way candidates, in the members' order.
  init(members: [Contact], candidates: [Candidate], score: Double, naming name: (Contact.ID) -> String) {
    self.members = members.map(\.id)
    self.score = score
    matches = candidates.map { $0.matches[0] }
    explanation = Explanation(
      "score", because: "the geometric mean of three scores: each part is a third root",
      product: candidates.enumerated().map { place, candidate in
        let (need, offer) = (candidate.matches[0].need.text, candidate.matches[0].offer.text)
        return Explanation(
          "\(place + 1) of 3", RingSearch.score([candidate.score]),
          because: "\(members[place].name) needs \"\(need)\", \(members[(place + 1) % 3].name) offers "
            + "\"\(offer)\": \(candidate.trust.reason(naming: name))")
      })
  }
}
