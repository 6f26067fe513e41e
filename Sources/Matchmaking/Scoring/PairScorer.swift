/// Scores pairs of contacts: the one place where relevance, gains and trust become a score.
struct PairScorer: Sendable {
  let index: NetworkIndex
  let relevance: RelevanceIndex
  let whereabouts: Whereabouts
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
    let links = index.links(pair)
    let strength = Trust.strength(links, settings: settings)
    return ScoredPair(
      pair,
      score: value(firstGain, secondGain).value * Trust.factor(strength: strength, settings: settings)
        * bridge(links),
      gain: min(firstGain, secondGain) > 0 ? .both : firstGain > 0 ? .first : .second)
  }

  /// A mild bonus for joining parts of the network that few contacts join so far: 1 for one common contact, falling to what a
  /// pair without any has, of whom too little is known (an inverted U: Rajkumar and others, "A Causal Test of the Strength of
  /// Weak Ties", 2022; Burt, "Structural Holes", 1992).
  private func bridge(_ links: Links) -> Double {
    let rarity = links.commonTies == 0 ? 0 : 1 / Double(links.commonTies)
    return (1 + settings.bridge * rarity) / (1 + settings.bridge)
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
    let links = index.links(pair)
    let trust = Trust(links, in: index.network, settings: settings)
    let explanation = Explanation(
      "score", because: "gain × reciprocity × trust × bridge",
      product: [
        best.explanation(
          lookingInto ? relevance.evidence(need: best.need, offer: best.offer) : nil,
          sites: [best.need, best.offer].map {
            $0.contact.flatMap(index.number(of:)).flatMap(whereabouts.site(of:))
          },
          settings: settings),
        Explanation(
          "reciprocity", reciprocity,
          because: reciprocity > 1 ? "each has something for the other" : "help in one direction"),
        Explanation(
          "trust", Trust.factor(strength: trust.strength, settings: settings),
          because: trust.reason(naming: index.network.name)),
        Explanation(
          "bridge", bridge(links),
          because: links.commonTies == 0
            ? "no common tie known" : "common ties: \(links.commonTies)"),
      ])
    return Candidate(
      first: first, second: second, matches: matches, trust: trust,
      score: value(gain(of: first), gain(of: second)).value
        * Trust.factor(strength: trust.strength, settings: settings) * bridge(links),
      explanation: explanation)
  }

  /// The gain of one need from one offer, by their numbers.
  func gain(need: Int, offer: Int) -> Gain {
    gain(relevance.relevance(need: need, offer: offer), need: need, offer: offer)
  }

  private func gain(_ relevance: Double, need: Int, offer: Int) -> Gain {
    Gain(
      relevance: relevance, need: index.needs[need], offer: index.offers[offer],
      distance: whereabouts.distance(index.needs.owner(of: need), index.offers.owner(of: offer)),
      presence: whereabouts.presence(need: need, offer: offer),
      experience: index.experience(index.needs[need].id, index.offers[offer].id),
      haveLanguageInCommon: index.haveLanguageInCommon(
        index.needs.owner(of: need), index.offers.owner(of: offer)),
      asOf: asOf, settings: settings)
  }

  private func bestGain(of taker: Int, from giver: Int) -> Double {
    var best = 0.0
    for need in index.needs.numbers(of: taker) {
      for offer in index.offers.numbers(of: giver) {
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
    let matches = index.needs.numbers(of: taker).flatMap { need in
      index.offers.numbers(of: giver).compactMap { offer in
        let gain = gain(need: need, offer: offer)
        guard gain.relevance >= minimum, gain.relevance > 0 else { return nil as Match? }
        return Match(need: .listing(index.needs[need]), offer: .listing(index.offers[offer]), gain: gain)
      }
    }
    return matches.filter { match in !matches.contains { $0.outdoes(match) } }
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
