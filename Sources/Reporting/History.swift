internal import Matchmaking

/// What the reader was shown in earlier weeks and in this one, and what he wants to see no more.
public struct History: Hashable, Sendable {
  /// What was last shown in the weeks before, by the opportunities' keys.
  public var shown: [String: Content]
  /// What earlier reports of the same week showed, in the order of their pages.
  public var thisWeek: [Shown]
  /// The keys of what was dismissed, or is snoozed still.
  public var silenced: Set<String>

  /// An opportunity as a report showed it.
  public struct Shown: Hashable, Sendable {
    /// Names the opportunity from week to week.
    public let key: String
    /// Its short name.
    public let id: String
    /// Who it was about.
    public let title: String
    /// What a reader would notice if it changed.
    public let content: Content

    /// An opportunity as a report showed it.
    public init(key: String, id: String, title: String, content: Content) {
      (self.key, self.id, self.title, self.content) = (key, id, title, content)
    }
  }

  /// For how many weeks an unchanged opportunity is not repeated.
  public static let coolDown = 4

  /// A history from its parts.
  public init(
    shown: [String: Content] = [:], thisWeek: [Shown] = [], silenced: Set<String> = []
  ) {
    self.shown = shown
    self.thisWeek = thisWeek
    self.silenced = silenced
  }

  /// What this week's page has shown of a kind and nobody has silenced since.
  func thisWeek(_ kind: Opportunity.Kind) -> [Shown] {
    thisWeek.filter { Opportunity.parts(ofKey: $0.key).first == kind.rawValue && !silenced.contains($0.key) }
  }

  /// The opportunity with how it stands to what was shown; nil if it is not to be shown, or not yet again.
  func admitted(_ opportunity: Opportunity) -> Opportunity? {
    guard !silenced.contains(opportunity.key) else { return nil }
    let today = thisWeek.first { $0.key == opportunity.key }?.content
    let before = shown[opportunity.key]
    let content = Content(opportunity)
    var opportunity = opportunity
    if let today, today.state == Opportunity.Reason.longShot.state { opportunity.reason = .longShot }
    let changes = [today, before].compactMap { $0.map(content.changes) }.first { !$0.isEmpty } ?? []
    if today == nil, before != nil, changes.isEmpty { return nil }
    if !changes.isEmpty { opportunity.novelty = .changed(changes) }
    return opportunity
  }
}
