internal import Matchmaking

/// The dates of LinkedIn's files and of programs that saved them again: `12 Mar 2024`, `7-Feb-22`,
/// `1/8/18, 6:14 PM` with the month first, `2024-03-12`.
enum LinkedInDay {
  /// The day that a text means; nil if it is none.
  static func day(_ text: String) -> Day? {
    if let day = Day(text) { return day }
    // 2023/05/06 10:11:12 UTC
    let (date10, rest) = (String(text.prefix(10)), text.dropFirst(10))
    if let day = Day(date10.replacing("/", with: "-")), rest.isEmpty || rest.hasPrefix(" ") { return day }
    let date = text.utf8.prefix { $0 != UInt8(ascii: ",") }
    let parts = date.split { $0 == .space || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
      .map { Array($0)[...].text }
    guard parts.count == 3, let last = Int(parts[2]) else { return nil }
    // LinkedIn began in 2003, so two digits are of this century.
    let year = parts[2].utf8.count == 2 ? 2000 + last : last
    if date.contains(UInt8(ascii: "/")) {
      guard let month = Int(parts[0]), let day = Int(parts[1]) else { return nil }
      return Day(year: year, month: month, day: day)
    }
    guard let day = Int(parts[0]), let month = month(parts[1]) else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private static func month(_ name: String) -> Int? {
    let slug = FoldedText(name).slug
    guard slug.count >= 3 else { return nil }
    for (index, spellings) in months.enumerated() where spellings.contains(where: slug.hasPrefix) {
      return index + 1
    }
    return nil
  }

  /// How the months begin in English and French.
  private static let months = [
    ["jan"], ["feb", "fev"], ["mar"], ["apr", "avr"], ["may", "mai"], ["jun", "juin"], ["jul", "juil"],
    ["aug", "aou"], ["sep"], ["oct"], ["nov"], ["dec"],
  ]
}
