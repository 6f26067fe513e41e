/// How much a week's report may ask of its reader.
///
/// A report is read to be acted on: what goes beyond a few lines a section is counted, not listed.
public struct Budget: Hashable, Sendable, Codable {
  /// How many introductions to make; 0 or more.
  public var linkUp: Int
  /// How many contacts to help; 0 or more.
  public var supply: Int
  /// How many contacts to ask; 0 or more.
  public var ask: Int
  /// How many of each other kind; 0 or more.
  public var others: Int

  /// What half an hour allows: five introductions, and three of everything else.
  public static let standard = Budget()

  /// A budget from its parts; a number below 0 is a programming error.
  public init(linkUp: Int = 5, supply: Int = 3, ask: Int = 3, others: Int = 3) {
    precondition(
      min(linkUp, supply, ask, others) >= 0,
      "a budget of \(linkUp), \(supply), \(ask) and \(others) is below 0")
    self.linkUp = linkUp
    self.supply = supply
    self.ask = ask
    self.others = others
  }
}
