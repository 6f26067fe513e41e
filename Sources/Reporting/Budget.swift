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
  /// How many to ask what they need; 0 or more.
  public var findOut: Int
  /// How many of each other kind; 0 or more.
  public var others: Int

  /// What half an hour allows: five introductions, two questions, and three of everything else.
  public static let standard = Budget()
  /// Everything there is.
  public static let unlimited = Budget(linkUp: .max, supply: .max, ask: .max, findOut: .max, others: .max)

  /// A budget from its parts; a number below 0 is a programming error.
  public init(linkUp: Int = 5, supply: Int = 3, ask: Int = 3, findOut: Int = 2, others: Int = 3) {
    precondition(
      min(linkUp, supply, ask, findOut, others) >= 0,
      "a budget of \(linkUp), \(supply), \(ask), \(findOut) and \(others) is below 0")
    self.linkUp = linkUp
    self.supply = supply
    self.ask = ask
    self.findOut = findOut
    self.others = others
  }
}
