internal import Foundation
public import Matchmaking

/// What a reader would notice of an opportunity if it changed: how the matter stands, and the people's words.
public struct Content: Hashable, Sendable, Codable {
  /// How the matter stands, without what changes by itself as days go by.
  let state: String
  let listings: [Words]

  /// What is noticed of a listing.
  struct Words: Hashable, Sendable, Codable {
    let text: String
    let urgency: String
    let until: Day?
  }

  /// What is new about an opportunity that was shown before.
  public enum Change: Hashable, Sendable {
    /// Somebody puts it in other words.
    case words
    /// It has become so urgent.
    case urgency(Listing.Urgency)
    /// It holds until another day; nil for open-ended.
    case until(Day?)
    /// The matter stands differently.
    case state
  }

  /// What is noticed of an opportunity.
  public init(_ opportunity: Opportunity) {
    state = opportunity.reason.state
    listings = opportunity.quotes.map {
      Words(text: $0.text, urgency: $0.urgency.rawValue, until: $0.until)
    }
  }

  /// The content as one line, to keep.
  public var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Texts and days are always encodable.
    return String(decoding: try! encoder.encode(self), as: UTF8.self)
  }

  /// Content that was kept; nil if the text is none.
  public init?(text: String) {
    guard let content = try? JSONDecoder().decode(Content.self, from: Data(text.utf8)) else { return nil }
    self = content
  }

  /// What is different since an earlier content, each change once; empty if nothing is.
  func changes(since before: Content) -> [Change] {
    var changes: [Change] = []
    func add(_ change: Change) {
      if !changes.contains(change) { changes.append(change) }
    }
    guard listings.count == before.listings.count else { return [.words] }
    for (now, then) in zip(listings, before.listings) {
      if now.text != then.text { add(.words) }
      if now.urgency != then.urgency { Listing.Urgency(rawValue: now.urgency).map { add(.urgency($0)) } }
      if now.until != then.until { add(.until(now.until)) }
    }
    if state != before.state, ![state, before.state].contains(Opportunity.Reason.longShot.state) {
      add(.state)
    }
    return changes
  }
}

extension Opportunity.Reason {
  /// The reason without what changes by itself as days go by.
  var state: String {
    switch self {
    case .awaited(let person, let since): "awaited \(person.id) \(since)"
    case .made(let day): "made \(day)"
    case .helped(let day): "helped \(day)"
    case .quiet(let since, _): "quiet \(since)"
    case .ending, .old: "stands"
    case .nobodyOffers, .nobodyNeeds: "unmet"
    case .longShot: "long shot"
    case .help, .helpAndBack, .swap, .ring, .needsUnknown: ""
    }
  }
}
