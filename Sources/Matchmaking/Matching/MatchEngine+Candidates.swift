extension MatchEngine {
  /// Why a pair scores as it does, or why it isn't proposed.
  ///
  /// - Returns: nil if one of the two is not in the network.
  /// - Complexity: O(needs × offers of the two + listings).
  public func assessment(of one: Contact.ID, and other: Contact.ID) -> Assessment? {
    guard let first = index.number(of: one), let second = index.number(of: other) else { return nil }
    guard first != second else {
      return Assessment(candidate: nil, exclusions: [.samePerson("it is one contact")])
    }
    let pair = Pair(first, second)
    // What is too weak to mention counts for nothing in a score; it is shown where there is nothing else.
    let candidate =
      scorer.candidate(pair, minimumRelevance: settings.minimumRelevance, lookingInto: true)
      ?? scorer.candidate(pair, minimumRelevance: 0, lookingInto: true)
    var exclusions = exclusions(of: pair)
    if !pair.contains(index.host ?? -1) { exclusions += lackOfRoom(of: pair) }
    if let host = index.host, pair.contains(host) { exclusions.insert(.host(index.contact(host).id), at: 0) }
    let best = candidate?.matches.map(\.relevance).max()
    if best ?? 0 < settings.minimumRelevance {
      exclusions.append(.belowThreshold(best: best, minimum: settings.minimumRelevance))
      exclusions += setAside(of: pair).map { .notCurrent($0) }
    }
    return Assessment(candidate: candidate, exclusions: exclusions)
  }

  /// The best candidates for one contact, whatever others are to take up in this period, best first. Who has had as many
  /// introductions as he takes is not among them.
  ///
  /// For the host these are the contacts whom the host can help or ask; for anybody else the contacts to
  /// introduce, the host not among them.
  ///
  /// - Returns: at most `limit` candidates; empty if the contact is not in the network.
  /// - Complexity: one search for each need and offer of the contact.
  public func candidates(for id: Contact.ID, limit: Int) -> [Candidate] {
    guard limit > 0, let contact = index.number(of: id) else { return [] }
    let (needs, offers) = (index.needs.numbers(of: contact), index.offers.numbers(of: contact))
    let depth = pool(limit) + needs.count + offers.count
    var others: Set<Int> = []
    for need in needs {
      for hit in relevance.offers(meeting: need, limit: depth, minimumRelevance: settings.minimumRelevance) {
        others.insert(index.offers.owner(of: hit.offer))
      }
    }
    for offer in offers {
      for hit in relevance.needs(metBy: offer, limit: depth, minimumRelevance: settings.minimumRelevance) {
        others.insert(index.needs.owner(of: hit.need))
      }
    }
    others.remove(contact)
    if let host = index.host, host != contact { others.remove(host) }
    let taken = taken
    func hasRoom(_ pair: Pair) -> Bool {
      contact == index.host
        || (room(of: pair.first, taken: taken) > 0 && room(of: pair.second, taken: taken) > 0)
    }
    let scored = others.sorted().map { Pair(contact, $0) }
      .filter { hasRoom($0) && exclusions(of: $0).isEmpty }.compactMap { scorer.score($0) }
    return scored.sorted { $0.precedes($1) }.prefix(limit).compactMap(candidate)
  }

  /// Who should meet whom in one period, the host left aside: the best candidates of the whole network under
  /// everyone's capacity.
  ///
  /// - Parameter threads: how many threads work; the result is the same for every number.
  /// - Complexity: one search for each need, and O(p log p) for the p pairs found.
  public func matching(threads: Int = 1) -> Matching {
    settled().matchingOfSettled(threads: threads)
  }

  private func matchingOfSettled(threads: Int) -> Matching {
    let found = found(threads: threads)
    let pairs = scoredPairs(among: found, threads: threads)
    return matching(BalancedMatching(pairs, capacities: capacities), found: found)
  }

  /// For every need the offers that are looked at: more than are considered in the end, since a less relevant one may be nearer,
  /// fresher or better trusted.
  package func found(threads: Int) -> [[Int]] {
    relevance.join(
      limit: 5 * min(settings.choices, index.offers.count), minimumRelevance: settings.minimumRelevance,
      threads: threads)
  }

  /// The pairs that offers found for needs make, as far as they may be proposed, in order: for each need those of the best
  /// scores.
  package func scoredPairs(among found: [[Int]], threads: Int) -> [ScoredPair] {
    func pair(_ need: Int, _ offer: Int) -> Pair? {
      let (taker, giver) = (index.needs.owner(of: need), index.offers.owner(of: offer))
      return giver != taker && giver != index.host && taker != index.host ? Pair(taker, giver) : nil
    }
    var pairs = found.enumerated().flatMap { need, offers in offers.compactMap { pair(need, $0) } }
    pairs.sort()
    pairs = pairs.indices.filter { $0 == 0 || pairs[$0 - 1] != pairs[$0] }.map { pairs[$0] }
    let scorer = scorer
    let scored = pairs.concurrentCompactMap(threads: threads) { pair in
      exclusions(of: pair).isEmpty ? scorer.score(pair) : nil
    }
    let numbers = Dictionary(uniqueKeysWithValues: scored.indices.map { (scored[$0].pair, $0) })
    var isConsidered = [Bool](repeating: false, count: scored.count)
    for (need, offers) in found.enumerated() {
      // Of equals each need takes others, so that not all go to the same few.
      let start = offers.isEmpty ? 0 : need % offers.count
      let turned = offers[start...] + offers[..<start]
      var seen: Set<Int> = []
      let choices = turned.compactMap { pair(need, $0).flatMap { numbers[$0] } }.filter {
        seen.insert($0).inserted
      }
      let best = choices.enumerated().sorted {
        let (one, other) = (scored[$0.element].score, scored[$1.element].score)
        return one != other ? one > other : $0.offset < $1.offset
      }
      for choice in best.prefix(settings.choices) { isConsidered[choice.element] = true }
    }
    return scored.indices.filter { isConsidered[$0] }.map { scored[$0] }
  }

  /// How many more introductions each contact takes in this period, by number.
  package var capacities: [Int] {
    let taken = taken
    return index.network.contacts.indices.map { max(0, room(of: $0, taken: taken)) }
  }

  /// How many introductions contacts have had in this period, by number.
  private var taken: [Int: Int] {
    var taken: [Int: Int] = [:]
    for introduction in index.network.introductions where isOfPeriod(introduction) {
      for number in [introduction.first, introduction.second].compactMap(index.number(of:))
        .flatMap(index.records)
      {
        taken[number, default: 0] += 1
      }
    }
    return taken
  }

  private func room(of contact: Int, taken: [Int: Int]) -> Int {
    (index.contact(contact).capacity ?? settings.capacity) - taken[contact, default: 0]
  }

  /// The needs, then the offers, of a contact that hold on the engine's day; none if it is not in the network.
  public func currentListings(of id: Contact.ID) -> [Listing] {
    guard let contact = index.number(of: id) else { return [] }
    return index.needs.numbers(of: contact).map { index.needs[$0] }
      + index.offers.numbers(of: contact).map { index.offers[$0] }
  }

  /// The introductions of a contact that count against its capacity, in order.
  public func introductionsOfPeriod(of id: Contact.ID) -> [Introduction] {
    index.network.introductions.filter { isOfPeriod($0) && [$0.first, $0.second].contains(id) }
  }

  /// How far an introduction has come, as of the engine's day: one that nobody answers has lapsed.
  public func state(of introduction: Introduction) -> Introduction.State {
    introduction.state(asOf: asOf, lapsingAfter: settings.lapseAfter)
  }

  /// Who of a pair has had as many introductions in this period as he takes.
  private func lackOfRoom(of pair: Pair) -> [Exclusion] {
    [pair.first, pair.second].map(index.contact).compactMap { contact in
      let capacity = contact.capacity ?? settings.capacity
      let taken = introductionsOfPeriod(of: contact.id)
      return taken.count < capacity
        ? nil
        : .noRoom(contact.id, capacity: capacity, days: settings.period, since: taken.map(\.since).min())
    }
  }

  private func isOfPeriod(_ introduction: Introduction) -> Bool {
    introduction.since <= asOf && asOf < introduction.since.adding(days: settings.period)
      && ![.declined, .lapsed].contains(state(of: introduction))
  }

  private func matching(_ balanced: BalancedMatching, found: [[Int]]) -> Matching {
    var isUsed = [Bool](repeating: false, count: index.offers.count)
    var unmet: [Listing.ID] = []
    for (need, offers) in found.enumerated() {
      let others = offers.filter { index.offers.owner(of: $0) != index.needs.owner(of: need) }
      for offer in others { isUsed[offer] = true }
      if others.isEmpty, index.needs.isCurrent(need) { unmet.append(index.needs[need].id) }
    }
    return Matching(
      candidates: balanced.chosen.compactMap(candidate),
      rings: balanced.rings.map { ring in
        Ring(
          members: ring.members.map(index.contact), candidates: ring.pairs.compactMap(candidate),
          score: ring.score, naming: index.network.name)
      },
      cutOff: balanced.refused.map { refusal in
        Matching.CutOff(
          first: index.contact(refusal.scored.pair.first).id,
          second: index.contact(refusal.scored.pair.second).id,
          score: refusal.scored.score, by: refusal.full.map { index.contact($0).id })
      }, unmetNeeds: unmet.sorted(),
      unusedOffers: isUsed.indices.filter { !isUsed[$0] && index.offers.isCurrent($0) }.map {
        index.offers[$0].id
      }.sorted())
  }

  /// The paused and lapsed needs of one with the other's offers, if he has any at all, and the other way
  /// round.
  private func setAside(of pair: Pair) -> [Listing] {
    let ids = [pair.first, pair.second].map { index.contact($0).id }
    let listings = listings {
      ids.contains($0.contact) && [.open, .paused].contains($0.state)
    }
    return listings.filter { listing in
      !listing.isCurrent(asOf: asOf)
        && listings.contains { $0.contact != listing.contact && $0.kind != listing.kind }
    }
  }

  /// Whether a contact is near enough to the host.
  func isInReach(_ contact: Int) -> Bool {
    guard let reach = settings.reach, index.host != nil else { return true }
    return index.degrees[contact].map { $0 <= reach } ?? false
  }

  private func candidate(_ scored: ScoredPair) -> Candidate? {
    scorer.candidate(scored.pair, minimumRelevance: settings.minimumRelevance)
  }

  /// Why two contacts are not to be introduced, whatever they need and offer. Nothing holds the host back.
  private func exclusions(of pair: Pair) -> [Exclusion] {
    var reasons: [Exclusion] = []
    if let evidence = index.sameness.evidence(pair) { reasons.append(.samePerson(evidence)) }
    for contact in [pair.first, pair.second] where !isInReach(contact) {
      reasons.append(.outOfReach(index.contact(contact).id, degrees: index.degrees[contact]))
    }
    if let host = index.host, pair.contains(host) { return reasons }
    // What was said to one record of a person holds for the others.
    for first in index.records(of: pair.first) {
      for second in index.records(of: pair.second) where first != second {
        reasons += barriers(Pair(first, second)).filter { !reasons.contains($0) }
      }
    }
    return reasons
  }

  /// What stands between two records.
  private func barriers(_ pair: Pair) -> [Exclusion] {
    var reasons: [Exclusion] = []
    for (number, other) in [(pair.first, pair.second), (pair.second, pair.first)]
    where index.network.contacts[number].doNotIntroduce != .none {
      let contact = index.contact(number)
      if contact.doNotIntroduce.bars(index.contact(other).id) {
        reasons.append(.doNotIntroduce(by: contact.id))
      }
    }
    if let tie = index.tie(pair), tie.isClose { reasons.append(.tie(tie.kind)) }
    if let introduction = index.introduction(pair) {
      let until = introduction.day.adding(days: settings.coolDown)
      if asOf < until {
        reasons.append(.introduced(introduction, state: state(of: introduction), until: until))
      }
    }
    return reasons
  }
}
