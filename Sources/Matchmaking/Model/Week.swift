/// A week as ISO 8601 counts them, Monday to Sunday; written `2026-W47`.
///
/// Week 1 is the week with the year's first Thursday, so the days around New Year may belong to a week of
/// the neighbouring year.
public struct Week: Hashable, Sendable {
  /// The Monday on which the week begins.
  public let monday: Day

  /// The week that contains a day.
  public init(containing day: Day) {
    monday = day.adding(days: 1 - day.weekday)
  }

  /// Reads `2026-W47`; nil if there is no such week.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 3,
      parts[1].first == "W" || parts[1].first == "w",
      let year = Int(parts[0]), let number = Int(parts[1].dropFirst()),
      let fourthOfJanuary = Day(year: year, month: 1, day: 4)
    else { return nil }
    self.init(containing: fourthOfJanuary.adding(days: 7 * (number - 1)))
    guard number >= 1, self.year == year, self.number == number else { return nil }
  }

  /// The Sunday on which the week ends.
  public var sunday: Day { monday.adding(days: 6) }

  /// The year to which the week belongs: that of its Thursday.
  public var year: Int { monday.adding(days: 3).date.year }

  /// The week's number in its year, 1…53.
  public var number: Int {
    let thursday = monday.adding(days: 3)
    let newYear = thursday.number - (Day(year: thursday.date.year, month: 1, day: 1)?.number ?? 0)
    return newYear / 7 + 1
  }
}

extension Week: CustomStringConvertible {
  /// `2026-W47`.
  public var description: String {
    "\(String(monday.adding(days: 3).description.prefix(4)))-W\(number < 10 ? "0" : "")\(number)"
  }
}
