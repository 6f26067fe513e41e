public import Matchmaking

/// One thing that the reader can do this week.
public struct Opportunity: Hashable, Sendable {
  /// What there is to do.
  public let kind: Kind
  /// Whom it is about, whoever gains most first, in a ring each before the one who has what he needs; the
  /// reader is not among them.
  public let people: [Person]
  /// Why it is worth doing.
  public internal(set) var reason: Reason
  /// The evidence: each need, followed by the offer that meets it.
  public let quotes: [Quote]
  /// The groups that link the two, the smallest first, cleaned like names.
  public let groups: [String]
  /// The towns where they are, the reader's among them, cleaned like names; empty if too little is known.
  public let towns: [String]
  /// Whom the reader has to ask to get to the others; nil if he knows them, or nobody is known to.
  public internal(set) var via: Person?
  /// How much it is worth, 0…1: the candidate's score, or its share in it for the weaker direction of a swap
  /// with the host; nil where nothing was matched.
  public let score: Double?
  /// What to type to learn more, or to record what was done.
  public private(set) var commands: [ShellCommand]
  /// A letter that the reader may send; nil where there is nothing to write.
  public internal(set) var letter: Letter?
  /// How it stands to what was shown before.
  public internal(set) var novelty = Novelty.new

  /// What there is to do.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Introduce two contacts to each other, or three in a ring.
    case linkUp = "link-up"
    /// Give a contact what it needs.
    case supply
    /// Ask a contact for what the reader needs.
    case ask
    /// Go on with an introduction.
    case followUp = "follow-up"
    /// Thank, or let thank, for what helped.
    case thank
    /// Get in touch with somebody who has gone quiet.
    case checkIn = "check-in"
    /// Ask somebody what he needs.
    case findOut = "find-out"
    /// Ask whether a listing still stands.
    case stale
    /// Look elsewhere for what nobody meets.
    case unmet
  }

  /// Why it is worth doing; the wording makes a sentence of it.
  public enum Reason: Hashable, Sendable {
    /// The second quote's offer meets the first one's need.
    case help
    /// The same, and there is something in it for whoever helps.
    case helpAndBack
    /// Each of two has what the other needs.
    case swap
    /// Each of three needs what the next has.
    case ring
    /// Too far apart to be found by accident; the quotes say why it may be worth it.
    case longShot
    /// An introduction waits for somebody's answer since a day.
    case awaited(Person, since: Day)
    /// An introduction was made on a day, and nothing is known of it since.
    case made(Day)
    /// The first has helped the second, on a day, and nobody has said thanks.
    case helped(Day)
    /// Nothing was heard since a day, longer than usual between the two; the usual number of days.
    case quiet(since: Day, usual: Int)
    /// Nothing is known of what somebody needs.
    case needsUnknown
    /// A listing ends on a day soon.
    case ending(Day)
    /// A listing stands since a day long ago.
    case old(Day)
    /// Nobody offers what somebody needs; the place to ask, if one is known.
    case nobodyOffers(group: String?)
    /// Nobody needs what somebody offers.
    case nobodyNeeds(group: String?)
  }

  /// How an opportunity stands to what the reader has seen.
  public enum Novelty: Hashable, Sendable {
    /// Never shown, or not for a long time.
    case new
    /// Shown before, and what about it has changed since.
    case changed([Content.Change])
  }

  /// Names the opportunity from week to week: what there is to do, for whom, about what.
  public var key: String {
    let listings = quotes.map(\.id.rawValue)
    return ([kind.rawValue] + people.map(\.id.rawValue) + listings).map { "\($0.utf8.count):\($0)" }.joined()
  }

  /// The kind, and the identifiers of people and listings, that a key names.
  static func parts(ofKey key: String) -> [String] {
    var parts: [String] = []
    var rest = key.utf8[...]
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")), let count = Int(String(rest[..<colon]) ?? ""),
      let end = rest.index(colon, offsetBy: count + 1, limitedBy: rest.endIndex)
    {
      parts.append(String(rest[rest.index(after: colon)..<end]) ?? "")
      rest = rest[end...]
    }
    return parts
  }

  /// The same for somebody who can't type commands.
  var withoutCommands: Opportunity {
    var opportunity = self
    opportunity.commands = []
    return opportunity
  }

  /// A short name made of the key, to type: eight letters and digits.
  public var id: String { StableHash(of: key).text }
}
