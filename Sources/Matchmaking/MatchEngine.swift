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
  /// The network that the engine was built for.
  public let network: Network
  /// The day as of which listings are current and fresh.
  public let asOf: Day
  /// The numbers that decide.
  public let settings: Settings
  /// How the texts are read; nil where their letters alone are compared.
  private let reading: Reading?
  let index: NetworkIndex
  let whereabouts: Whereabouts
  let relevance: RelevanceIndex

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
    let index = NetworkIndex(network, asOf: asOf)
    let sites = Sites(of: network, host: index.host, gazetteer: gazetteer)
    self.init(index, sites: sites, validSettings: settings, asOf: asOf, reading: reading)
  }

  private init(
    _ index: NetworkIndex, sites: Sites, validSettings settings: Settings, asOf: Day, reading: Reading?
  ) {
    let network = index.network
    self.network = network
    self.asOf = asOf
    self.settings = settings
    self.reading = reading
    self.index = index
    whereabouts = Whereabouts(sites: sites, needs: index.needs, offers: index.offers)
    relevance = RelevanceIndex(
      needs: index.needs, offers: index.offers, of: network.contacts, reading: reading,
      settings: settings)
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
      .filter { isInReach(index.offerOwners[$0.offer]) }
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
      .filter { isInReach(index.needOwners[$0.need]) }
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

  /// An engine for the network with changed listings; this one stays as it is.
  ///
  /// - Throws: a ``NetworkError`` if a listing is not valid or its contact is not in the network.
  /// - Complexity: that of building an engine anew, but for texts that were read before.
  public func updating(_ changes: [Change]) throws(NetworkError) -> MatchEngine {
    var listings = Dictionary(uniqueKeysWithValues: network.listings.map { ($0.id, $0) })
    for change in changes {
      switch change {
      case .add(let listing): listings[listing.id] = listing
      case .remove(let id): listings[id] = nil
      }
    }
    var reading = reading
    reading?.known = encodings
    let index = NetworkIndex(try network.with(listings: Array(listings.values)), asOf: asOf)
    return MatchEngine(
      index, sites: whereabouts.sites, validSettings: settings, asOf: asOf, reading: reading)
  }

  var scorer: PairScorer {
    PairScorer(
      index: index, relevance: relevance, whereabouts: whereabouts, asOf: asOf, settings: settings)
  }

  /// How many listings are looked at for so many answers, never more than there are: a listing of lower relevance
  /// may be worth more for being fresh or stated.
  func pool(_ limit: Int) -> Int {
    let all = network.listings.count
    if settings.reach != nil { return all }
    return min(max(4 * min(max(0, limit), all), settings.choices), all)
  }

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
