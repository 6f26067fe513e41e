/// Answers who should meet whom in a network: immutable, built once and asked many times, from any thread.
///
/// ```swift
/// let engine = try MatchEngine(network, asOf: day)
/// for match in engine.offers(meeting: "comptable bilingue à Toulouse", limit: 10) {
///   print(match.relevance, match.offer.text)
/// }
/// ```
///
/// Everything an engine says depends on its network, its day and its settings alone: there is no clock, no
/// randomness and no file in it. Equal scores are ordered by identifier.
public struct MatchEngine: Sendable {
  /// The network that the engine answers for. Complexity: O(1); O(n log n) for n listings after an update.
  public var network: Network {
    guard !changes.isEmpty else { return index.network }
    guard let network = try? index.network.with(listings: listings { _ in true }) else {
      preconditionFailure("the changed listings make no network")
    }
    return network
  }
  /// The day as of which listings are current and fresh.
  public let asOf: Day
  /// The numbers that decide.
  public let settings: Settings
  /// Who there is. Its network is the one that the engine was first built for: what changed since are listings alone.
  private(set) var index: NetworkIndex
  private(set) var whereabouts: Whereabouts
  private(set) var relevance: RelevanceIndex
  /// What changed of the index's network: listings that are there now, and nil for those that aren't any more.
  private var changes: [Listing.ID: Listing?] = [:]
  /// How many current needs and offers there ever were, in the whole network where this is an engine for a part of it.
  private let wholeCount: Int?

  /// Indexes a network's current listings.
  ///
  /// - Parameters:
  ///   - network: who there is, and what they need and offer.
  ///   - asOf: the day for which answers are wanted; listings that are past their last day don't count.
  ///   - settings: the numbers that decide.
  ///   - reading: how to read what the texts mean; without it their letters are compared, which finds less.
  ///   - gazetteer: says where places are; without it distance counts between contacts whose coordinates are
  ///     given, and between others the names of their towns, regions and countries.
  /// - Throws: a ``SettingsError`` if a setting is out of its range.
  /// - Complexity: O(length of all listings); about a millisecond for each text that has to be read.
  public init(
    _ network: Network, asOf: Day, settings: Settings = .standard, reading: Reading? = nil,
    gazetteer: Gazetteer? = nil
  ) throws(SettingsError) {
    try settings.validate()
    self.asOf = asOf
    self.settings = settings
    index = NetworkIndex(network, asOf: asOf)
    let sites = Sites(of: network, host: index.host, gazetteer: gazetteer)
    whereabouts = Whereabouts(sites: sites, needs: index.needs, offers: index.offers)
    relevance = RelevanceIndex(
      needs: index.needs, offers: index.offers, of: network.contacts, reading: reading,
      settings: settings)
    wholeCount = nil
  }

  /// An engine for a part of a network by an index of all of it: it finds those candidates of the part's middle that an engine for
  /// the whole network would find. Texts can't be asked for, and listings don't come and go.
  package init(
    _ part: NetworkPart, of kept: KeptIndex, gazetteer: Gazetteer?
  ) throws(KeptIndexError) {
    asOf = kept.asOf
    settings = kept.settings
    let network = part.network
    index = NetworkIndex(network, asOf: asOf, partOf: part.whole)
    let sites = Sites(of: network, host: index.host, gazetteer: gazetteer, home: .some(kept.home))
    whereabouts = Whereabouts(sites: sites, needs: index.needs, offers: index.offers)
    relevance = try kept.relevance(of: index, around: part.inner)
    wholeCount = kept.count
  }

  /// What the model made of the current listings' texts: keep it, and the next engine needn't read them again.
  public var encodings: Encodings { relevance.encodings }

  /// The current offers that meet a need given as a text, by what they are worth, best first.
  ///
  /// - Parameters:
  ///   - text: the need in anybody's words.
  ///   - limit: how many at most.
  /// - Returns: matches at or above the minimum relevance for texts; empty if there is none.
  /// - Complexity: O(postings of the text's terms + offers).
  public func offers(meeting text: String, limit: Int) -> [Match] {
    relevance.offers(meeting: text, limit: pool(limit), minimumRelevance: settings.minimumRelevanceForText)
      .filter { isInReach(index.offers.owner(of: $0.offer)) }
      .map { offer, relevance in
        let listing = index.offers[offer]
        return Match(
          need: .text(text), offer: .listing(listing), gain: gain(relevance, need: nil, offer: listing))
      }
      .best(limit)
  }

  /// The current needs that an offer given as a text meets, by what that is worth, best first; see
  /// ``offers(meeting:limit:)``.
  public func needs(metBy text: String, limit: Int) -> [Match] {
    relevance.needs(metBy: text, limit: pool(limit), minimumRelevance: settings.minimumRelevanceForText)
      .filter { isInReach(index.needs.owner(of: $0.need)) }
      .map { need, relevance in
        let listing = index.needs[need]
        return Match(
          need: .listing(listing), offer: .text(text), gain: gain(relevance, need: listing, offer: nil))
      }
      .best(limit)
  }

  /// What in the words of a match's need and offer makes them relevant.
  ///
  /// - Complexity: O(words · length) of both; with a model some tens of milliseconds.
  public func evidence(for match: Match) -> Evidence {
    relevance.evidence(need: match.need, offer: match.offer)
  }

  /// An engine for the network with changed listings; this one stays as it is, and the two share what did not change.
  ///
  /// What was counted when an engine was built stays as it was: how rare a word is, how it is spelt, and how long texts are.
  /// Build a new one now and then, as when a tenth of the listings has changed.
  ///
  /// - Parameter changes: what comes and goes, in order.
  /// - Throws: a ``NetworkError`` if a listing is not valid or its contact is not in the network.
  /// - Complexity: O(length of the changed texts + listings changed of late), whatever the size of the network, and some
  ///   milliseconds for each new text that has to be read. Once a thousand listings have changed, they are taken into the index in
  ///   the background, and a later call goes on with that.
  public func updating(_ changes: [Change]) throws(NetworkError) -> MatchEngine {
    var engine = self
    var steps: [RelevanceIndex.Step] = []
    for change in changes {
      if case .add(let listing) = change {
        try listing.validate()
        guard index.number(of: listing.contact) != nil else {
          throw .unknownContact(listing.contact, by: "the listing '\(listing.id)'")
        }
      }
      let old = engine.listing(change.listing)
      if let old, let contact = index.number(of: old.contact),
        let number = engine.index.number(of: old, of: contact)
      {
        engine.index.withdraw(old.kind, number)
        steps.append(.withdraw(old.kind, number))
      }
      switch change {
      case .remove(let id): if old != nil { engine.changes[id] = .some(nil) }
      case .add(let listing):
        engine.changes[listing.id] = listing
        guard listing.isCurrent(asOf: asOf), let contact = index.number(of: listing.contact) else { continue }
        engine.index.add(listing, of: contact)
        engine.whereabouts.add(listing)
        steps.append(.add(listing))
      }
    }
    if !steps.isEmpty { engine.relevance.change(steps, offers: engine.index.offers) }
    return engine
  }

  /// This engine with all changes taken into its indices: it answers the same, and a question to everybody is answered faster.
  package func settled() -> MatchEngine {
    var engine = self
    engine.relevance = relevance.settled()
    return engine
  }

  /// The network's listings that fulfil a condition, by identifier.
  func listings(where isWanted: (Listing) -> Bool) -> [Listing] {
    let first = index.network.listings.filter { changes[$0.id] == nil && isWanted($0) }
    guard !changes.isEmpty else { return first }
    return (first + changes.values.compactMap(\.self).filter(isWanted)).sorted { $0.id < $1.id }
  }

  private func listing(_ id: Listing.ID) -> Listing? {
    if let change = changes[id] { return change }
    return index.network.listing(id)
  }

  var scorer: PairScorer {
    PairScorer(
      index: index, relevance: relevance, whereabouts: whereabouts, asOf: asOf, settings: settings)
  }

  /// How many listings are looked at for so many answers, never more than there are: a listing of lower relevance
  /// may be worth more for being fresh or stated.
  func pool(_ limit: Int) -> Int {
    Self.pool(limit, of: wholeCount ?? index.needs.count + index.offers.count, settings: settings)
  }

  static func pool(_ limit: Int, of all: Int, settings: Settings) -> Int {
    if settings.reach != nil { return all }
    return min(max(4 * min(max(0, limit), all), settings.choices), all)
  }

  /// Whether listings came or went since the engine was built.
  var isChanged: Bool { !changes.isEmpty }

  private func gain(_ relevance: Double, need: Listing?, offer: Listing?) -> Gain {
    Gain(
      relevance: relevance, need: need, offer: offer, distance: .unknown, presence: .ordinary,
      experience: index.experience(need?.id, offer?.id),
      haveLanguageInCommon: true, asOf: asOf, settings: settings)
  }
}

extension [Match] {
  /// The best answers to a text, without what only says again, less well, what its owner's better answer says.
  fileprivate func best(_ limit: Int) -> [Match] {
    var owners: Set<Contact.ID?> = []
    let best = sorted { $0.precedes($1) }.filter { match in
      let listing = match.need.listing ?? match.offer.listing
      return owners.insert(listing?.contact).inserted || listing?.basis == .stated
    }
    return Array(best.prefix(Swift.max(0, limit)))
  }
}
