import ArgumentParser
import Foundation
import Matchmaking

/// The day as of which is asked; the one place where linkup looks at a clock.
struct AsOfOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The day as of which to answer, such as 2026-11-23 (default: today).", valueName: "day"),
    transform: Day.given)
  var asOf: Day?

  /// The given day, else today in the local time zone.
  var day: Day { asOf ?? Self.today }

  /// Today in the local time zone.
  static var today: Day {
    let today = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return Day(year: today.year ?? 1970, month: today.month ?? 1, day: today.day ?? 1) ?? Day(number: 0)
  }
}
