/// What the reader was shown in earlier weeks, and what he wants to see no more.
public struct History: Hashable, Sendable {
  /// The contents that were shown, by the opportunities' keys, of the last weeks.
  public var shown: [String: String]
  /// The contents that an earlier report of the same week showed, by key: what differs from it is said to have changed.
  public var sameWeek: [String: String]
  /// The keys of what was dismissed, or is snoozed still.
  public var silenced: Set<String>

  /// For how many weeks an unchanged opportunity is not repeated.
  public static let coolDown = 4

  /// A history from its parts.
  public init(shown: [String: String] = [:], sameWeek: [String: String] = [:], silenced: Set<String> = []) {
    self.shown = shown
    self.sameWeek = sameWeek
    self.silenced = silenced
  }

  /// The opportunity with how it stands to what was shown; nil if it is not to be shown again yet.
  func admitted(_ opportunity: Opportunity) -> Opportunity? {
    guard !silenced.contains(opportunity.key) else { return nil }
    let (key, content) = (opportunity.key, opportunity.content)
    if let before = shown[key], before == content { return nil }
    guard let before = sameWeek[key] ?? shown[key], before != content else { return opportunity }
    var changed = opportunity
    changed.novelty = .changed
    return changed
  }
}
