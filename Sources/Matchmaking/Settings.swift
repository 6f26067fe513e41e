/// Every number that decides who should meet whom, in one place.
///
/// All factors are 0…1 unless said otherwise. What is not known about a listing or a contact is neutral: its
/// factor is the one that most of the others have, never a penalty for silence.
public struct Settings: Hashable, Sendable, Codable {
  /// Matches with a lower relevance are not mentioned: a bad introduction costs trust.
  public var minimumRelevance = 0.35
  /// The same for whoever asks with a text: he sees weaker matches too, and judges for himself.
  public var minimumRelevanceForText = 0.12
  /// How many offers are considered for each need, those of the best scores among five times as many of the most relevant; 1 or
  /// more.
  public var choices = 20
  /// How many introductions a contact takes in one period, where the contact itself doesn't say; 0 or more.
  public var capacity = 3
  /// How many days a period has; an introduction that was proposed in the last one counts against capacity, unless it was
  /// declined or has lapsed.
  public var period = 28

  /// After how many days a listing counts half; more than 0. A listing without date counts fully.
  public var freshnessHalfLife = 90.0
  /// What the oldest listing still counts.
  public var freshnessFloor = 0.5
  /// What a match counts whose need is not urgent at all, and one of normal urgency; an urgent one counts 1.
  public var urgency = UrgencyFactors(low: 0.8, normal: 0.9)
  /// What a match counts for each of its two listings that is implied, not stated.
  public var impliedBasis = 0.7
  /// What a match counts for each step by which the offer asks more in return than the need says: a gift asks nothing,
  /// then come a favour or loan, an exchange, and money. Terms that aren't given ask for nothing.
  public var termsStep = 0.75
  /// What a match counts whose two contacts have no language in common; 1 if the languages of one aren't known.
  public var noCommonLanguage = 0.6
  /// At how many kilometres between the two contacts a match counts half, by how near they have to be; more than
  /// 0. An unknown place counts fully, and so does what can be done from anywhere.
  public var halfDistance = HalfDistances(handsOn: 15, ordinary: 50, fromAfar: 1000)
  /// What the greatest distance still counts.
  public var distanceFloor = 0.25
  /// What a match counts where the distance isn't known, by the names of the two places.
  public var placeByName = PlaceFactors(
    sameRegion: 0.9, differentRegions: 0.75, differentCountries: 0.6)

  /// How much help in both directions adds to the larger gain.
  public var reciprocity = 0.3
  /// How much trust weighs: 0 where ideas come first, 1 where one deals only with people one is linked to.
  public var trust = 0.5
  /// What two contacts without anything in common have for trust; more than 0.
  public var trustFloor = 0.5
  /// What a tie of full strength between the two, or a full path over a common contact, adds to trust.
  public var trustOfTie = 0.5
  /// What a common sponsor adds to trust.
  public var trustOfSponsor = 0.3
  /// What thanks add to trust at most.
  public var trustOfThanks = 0.3
  /// What the first link between two parts of the network adds to a score at most.
  public var bridge = 0.1
  /// How many steps from the host, over ties and interactions, a contact may be away to be looked at; nil for any
  /// number. Without a host it says nothing.
  public var reach: Int?
  /// For how many days after the latest news of an introduction the pair is left alone, whatever the news: one that
  /// is proposed or asked about is still open, and one that was made, declined or lapsed is not to be repeated soon.
  public var coolDown = 365
  /// After how many days without an answer an introduction has lapsed.
  public var lapseAfter = 30
  /// How many good introductions are taken on trust for a need or an offer, before its own outcomes count; more
  /// than 0.
  public var experiencePrior = 4.0
  /// How relevance is moved to what the host's own introductions came to.
  public var recalibration = Recalibration.none

  /// What urgency counts; `high` counts 1.
  public struct UrgencyFactors: Hashable, Sendable, Codable {
    /// For a need that can wait.
    public var low: Double
    /// For a need that says nothing of it.
    public var normal: Double
  }

  /// The distances that count half, in kilometres; see ``Presence``.
  public struct HalfDistances: Hashable, Sendable, Codable {
    /// Where somebody has to come round: to feed a cat, to mend a sink.
    public var handsOn: Double
    /// Where the words say nothing of it.
    public var ordinary: Double
    /// For what can be done from afar: a translation, advice.
    public var fromAfar: Double
  }

  /// What places count by name; one town counts 1, and so does a place that says too little.
  public struct PlaceFactors: Hashable, Sendable, Codable {
    /// In one region.
    public var sameRegion: Double
    /// In different regions of one country.
    public var differentRegions: Double
    /// In different countries; what has to be done on the spot counts as at the greatest distance.
    public var differentCountries: Double
  }

  /// The values given above.
  public static let standard = Settings()

  /// Checks that every value is in its range.
  package func validate() throws(SettingsError) {
    let shares = [
      ("minimumRelevance", minimumRelevance), ("minimumRelevanceForText", minimumRelevanceForText),
      ("freshnessFloor", freshnessFloor),
      ("urgency.low", urgency.low),
      ("urgency.normal", urgency.normal), ("impliedBasis", impliedBasis), ("termsStep", termsStep),
      ("noCommonLanguage", noCommonLanguage), ("distanceFloor", distanceFloor), ("reciprocity", reciprocity),
      ("placeByName.sameRegion", placeByName.sameRegion),
      ("placeByName.differentRegions", placeByName.differentRegions),
      ("placeByName.differentCountries", placeByName.differentCountries),
      ("trust", trust), ("trustOfTie", trustOfTie), ("trustOfSponsor", trustOfSponsor),
      ("trustOfThanks", trustOfThanks), ("bridge", bridge),
    ]
    for (name, value) in shares where !(0...1).contains(value) {
      throw SettingsError(setting: name, value: value, allowed: "0…1")
    }
    for (name, value) in [
      ("capacity", capacity), ("period", period), ("coolDown", coolDown), ("lapseAfter", lapseAfter),
    ]
    where value < 0 {
      throw SettingsError(setting: name, value: Double(value), allowed: "0 or more")
    }
    if let reach, reach < 1 {
      throw SettingsError(setting: "reach", value: Double(reach), allowed: "1 or more")
    }
    guard choices >= 1 else {
      throw SettingsError(setting: "choices", value: Double(choices), allowed: "1 or more")
    }
    let finite = [
      ("freshnessHalfLife", freshnessHalfLife), ("halfDistance.handsOn", halfDistance.handsOn),
      ("halfDistance.ordinary", halfDistance.ordinary), ("halfDistance.fromAfar", halfDistance.fromAfar),
      ("experiencePrior", experiencePrior),
      ("recalibration.slope", recalibration.slope),
    ]
    for (name, value) in finite where !(value > 0 && value.isFinite) {
      throw SettingsError(setting: name, value: value, allowed: "more than 0")
    }
    guard recalibration.shift.isFinite else {
      throw SettingsError(setting: "recalibration.shift", value: recalibration.shift, allowed: "a number")
    }
    guard trustFloor > 0, trustFloor <= 1 else {
      throw SettingsError(setting: "trustFloor", value: trustFloor, allowed: "more than 0, at most 1")
    }
  }
}
