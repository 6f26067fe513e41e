internal import Matchmaking

/// Days and weeks as an English reader writes them.
enum EnglishDates {
  /// `23 November 2026`.
  static func day(_ day: Day) -> String { "\(dayAndMonth(day)) \(day.date.year)" }

  /// `23–29 November 2026`; what the two ends have in common is said once.
  static func range(_ week: Week) -> String {
    let (first, last) = (week.monday.date, week.sunday.date)
    if first.year != last.year { return "\(day(week.monday)) – \(day(week.sunday))" }
    if first.month != last.month { return "\(dayAndMonth(week.monday)) – \(day(week.sunday))" }
    return "\(first.day)–\(day(week.sunday))"
  }

  private static func dayAndMonth(_ day: Day) -> String { "\(day.date.day) \(months[day.date.month - 1])" }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
