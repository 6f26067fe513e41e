internal import Matchmaking

/// Days and weeks as a French reader writes them.
enum FrenchDates {
  /// `23 novembre 2026`, `1er décembre 2026`.
  static func day(_ day: Day) -> String { "\(dayAndMonth(day)) \(day.date.year)" }

  /// `du 23 au 29 novembre 2026`; what the two ends have in common is said once.
  static func range(_ week: Week) -> String {
    let (first, last) = (week.monday.date, week.sunday.date)
    if first.year != last.year { return "du \(day(week.monday)) au \(day(week.sunday))" }
    if first.month != last.month { return "du \(dayAndMonth(week.monday)) au \(day(week.sunday))" }
    return "du \(ordinal(first.day)) au \(day(week.sunday))"
  }

  private static func dayAndMonth(_ day: Day) -> String {
    "\(ordinal(day.date.day)) \(months[day.date.month - 1])"
  }

  private static func ordinal(_ day: Int) -> String { day == 1 ? "1er" : "\(day)" }

  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre", "décembre",
  ]
}
