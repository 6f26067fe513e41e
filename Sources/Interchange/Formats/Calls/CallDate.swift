internal import Matchmaking

/// A date as call logs write it: `2024-03-12 14:22`, `12/03/2024 14:22`, `Mar 12, 2024 2:22 PM`,
/// `mardi 12 mars 2024`, or milliseconds since 1970, which are counted in UTC, for the log names no zone.
struct CallDate {
  private let kind: Kind

  private enum Kind {
    case day(Day)
    /// Two numbers of which one is the month, and a year.
    case open(Int, Int, year: Int)
  }

  /// Nil if the text is no date.
  init?(_ text: String) {
    let parts = FoldedText(String(text.prefix(60))).slug.split(separator: "-").map(String.init)
    guard let first = parts.first else { return nil }
    if parts.count == 1, first.utf8.allSatisfy(\.isDigit), let instant = Int(first), first.utf8.count >= 9 {
      let seconds = first.utf8.count >= 12 ? instant / 1000 : instant
      guard seconds < 253_402_300_800 else { return nil }
      kind = .day(Day(number: seconds / 86_400))
      return
    }
    // In French `mar. 12 mars` is a Tuesday in March: the last one is the month.
    if let named = parts.lastIndex(where: { Self.month($0) != nil }), let month = Self.month(parts[named]) {
      let before = named > 0 ? Self.number(parts[named - 1]) : nil
      var rest = parts[(named + 1)...]
      guard let day = before ?? rest.popFirst().flatMap(Self.number), let last = rest.first,
        let year = Self.year(last), let day = Day(year: year, month: month, day: day)
      else { return nil }
      kind = .day(day)
      return
    }
    guard parts.count >= 3, let middle = Self.number(parts[1]) else { return nil }
    if first.utf8.count == 4, let year = Int(first), let last = Self.number(Self.digits(parts[2])),
      let day = Day(year: year, month: middle, day: last)
    {
      kind = .day(day)
    } else if let first = Self.number(first), let year = Self.year(parts[2]) {
      if text.prefix(6).contains("."), let day = Day(year: year, month: middle, day: first) {
        kind = .day(day)
      } else {
        kind = .open(first, middle, year: year)
      }
    } else {
      return nil
    }
  }

  /// Whether the day comes before the month, as far as this date alone tells.
  var isDayFirst: Bool? {
    guard case .open(let first, let second, _) = kind else { return nil }
    return first > 12 ? true : second > 12 ? false : nil
  }

  /// The day, given which of day and month comes first where that is open; nil if there is no such day.
  func day(isDayFirst: Bool) -> Day? {
    switch kind {
    case .day(let day): day
    case .open(let first, let second, let year):
      isDayFirst
        ? Day(year: year, month: second, day: first) : Day(year: year, month: first, day: second)
    }
  }

  private static func number(_ text: String) -> Int? {
    (1...2).contains(text.utf8.count) && text.utf8.allSatisfy(\.isDigit) ? Int(text) : nil
  }

  /// The digits before a letter, as in the `12t14` of a timestamp.
  private static func digits(_ text: String) -> String { String(text.prefix { $0.isASCII && $0.isNumber }) }

  private static func year(_ text: String) -> Int? {
    guard text.utf8.allSatisfy(\.isDigit), let year = Int(text) else { return nil }
    return text.utf8.count == 4 ? year : text.utf8.count == 2 ? 2000 + year : nil
  }

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3, word.utf8.first?.isDigit == false, word != "mardi" else { return nil }
    return months.firstIndex { $0.contains { word.utf8.starts(with: $0.utf8) } }.map { $0 + 1 }
  }

  /// How the months begin in English, French, German, Spanish, Italian, Dutch and Portuguese.
  private static let months = [
    ["jan", "ene", "gen"], ["feb", "fev"], ["mar", "mrt"], ["apr", "avr", "abr"],
    ["may", "mai", "mei", "mag"],
    ["jun", "juin", "giu"], ["jul", "juil", "lug"], ["aug", "aou", "ago"], ["sep", "set"],
    ["oct", "okt", "out", "ott"], ["nov"], ["dec", "dez", "dic"],
  ]
}
