/// Scores pairs of contacts: the one place where relevance, gains and trust become a score.
struct PairScorer: Sendable {
  let index: NetworkIndex
  let relevance: RelevanceIndex
  let asOf: Day
  let settings: Settings

  /// A pair's score by numbers alone, for sorting many pairs.
  ///
  /// - Returns: nil if no match reaches the minimum relevance.
  /// - Complexity: O(needs × offers of the two).
  func score(_ pair: Pair) -> ScoredPair? {
    let firstGain = bestGain(of: pair.first, from: pair.second)
    let secondGain = bestGain(of: pair.second, from: pair.first)
    guard max(firstGain, secondGain) > 0 else { return nil }
    let sizes = index.sharedGroups(pair).map { index.network.groups[$0].members.count }.sorted()
    return ScoredPair(
      pair,
      score: value(firstGain, secondGain).value
        * Trust.factor(strength: Trust.strength(groupSizes: sizes), settings: settings),
      gain: min(firstGain, secondGain) > 0 ? .both : firstGain > 0 ? .first : .second)
  }

  /// The pair as a candidate, with every match that reaches a relevance.
  ///
  /// - Parameter lookingInto: whether to find out which words make the best match, which takes a moment.
  /// - Returns: nil if none does.
  func candidate(_ pair: Pair, minimumRelevance: Double, lookingInto: Bool = false) -> Candidate? {
    let matches =
      (matches(of: pair.first, from: pair.second, minimumRelevance)
      + matches(of: pair.second, from: pair.first, minimumRelevance))
      .sorted { $0.precedes($1) }
    guard let best = matches.first else { return nil }
    let (first, second) = (index.contact(pair.first).id, index.contact(pair.second).id)
    func gain(of id: Contact.ID) -> Double {
      matches.first { $0.need.contact == id }?.gain.value ?? 0
    }
    let reciprocity = value(gain(of: first), gain(of: second)).reciprocity
    let trust = Trust(
      sharedGroups: index.sharedGroups(pair).map {
        Trust.SharedGroup(name: index.network.groups[$0].name, size: index.network.groups[$0].members.count)
      })
    let explanation = Explanation(
      "score", because: "gain × reciprocity × trust",
      product: [
        best.explanation(lookingInto ? relevance.evidence(need: best.need, offer: best.offer) : nil),
        Explanation(
          "reciprocity", reciprocity,
          because: reciprocity > 1 ? "each has something for the other" : "help in one direction"),
        Explanation(
          "trust", Trust.factor(strength: trust.strength, settings: settings), because: trust.reason),
      ])
    return Candidate(
      first: first, second: second, matches: matches, trust: trust,
      score: value(gain(of: first), gain(of: second)).value
        * Trust.factor(strength: trust.strength, settings: settings),
      explanation: explanation)
  }

  /// The gain of one need from one offer, by their numbers.
  func gain(need: Int, offer: Int) -> Gain {
    gain(relevance.relevance(need: need, offer: offer), need: need, offer: offer)
  }

  private func gain(_ relevance: Double, need: Int, offer: Int) -> Gain {
    Gain(
      relevance: relevance, need: index.needs[need], offer: index.offers[offer],
      distance: Distance(
        index.contact(index.needOwners[need]).place, index.contact(index.offerOwners[offer]).place),
      asOf: asOf, settings: settings)
  }

  private func bestGain(of taker: Int, from giver: Int) -> Double {
    var best = 0.0
    for need in index.needsOf[taker] {
      for offer in index.offersOf[giver] {
        guard
          let relevance = relevance.relevance(
            need: need, offer: offer, atLeast: settings.minimumRelevance), relevance > best
        else { continue }
        best = max(best, gain(relevance, need: need, offer: offer).value)
      }
    }
    return best
  }

  private func matches(of taker: Int, from giver: Int, _ minimum: Double) -> [Match] {
    index.needsOf[taker].flatMap { need in
      index.offersOf[giver].compactMap { offer in
        let gain = gain(need: need, offer: offer)
        guard gain.relevance >= minimum, gain.relevance > 0 else { return nil }
        return Match(need: .listing(index.needs[need]), offer: .listing(index.offers[offer]), gain: gain)
      }
    }
  }

  /// The larger gain plus a share of the harmonic mean of both (reciprocity after Pizzato and others, "RECON",
  /// 2010), the share taken of what is missing to 1, and how many times the larger gain that is.
  private func value(_ one: Double, _ other: Double) -> (value: Double, reciprocity: Double) {
    let larger = max(one, other)
    guard min(one, other) > 0 else { return (larger, 1) }
    let harmonic = 2 * one * other / (one + other)
    let value = larger + settings.reciprocity * harmonic * (1 - larger)
    return (value, value / larger)
  }
}
