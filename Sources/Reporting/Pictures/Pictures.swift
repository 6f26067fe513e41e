public import Matchmaking

/// The pictures of a page, as SVG to stand in HTML; each says in words what it shows.
public struct Pictures: Hashable, Sendable {
  /// Circles of contacts by group, and this week's introductions between them; nil for an empty network.
  public let network: Picture?
  /// How often the host was in touch with somebody, by week; nil if nothing is known.
  public let rhythm: Picture?

  /// No pictures.
  public init() {
    (network, rhythm) = (nil, nil)
  }

  /// Draws a report.
  ///
  /// - Complexity: O(contacts + memberships + interactions).
  public init(_ report: Report, of network: Network, in language: Language? = nil) {
    let language = language ?? report.language
    self.network = NetworkPicture(report, network)?.picture(language)
    rhythm = RhythmPicture(report, network)?.picture(language)
  }

  var isEmpty: Bool { network == nil && rhythm == nil }
}
