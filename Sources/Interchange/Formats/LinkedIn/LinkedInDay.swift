internal import Matchmaking

/// The dates of LinkedIn's files and of programs that saved them again: `12 Mar 2024`, `7-Feb-22`,
/// `1/8/18, 6:14 PM` with the month first, `2024-03-12`.
enum LinkedInDay {
  /// The day that a text means; nil if it is none.
  static func day(_ text: String) -> Day? {
    plain(text) ?? any(text)
  }

  /// `12 Mar 2024`, as LinkedIn writes a hundred thousand of them.
  private static func plain(_ text: String) -> Day? {
    var text = text
    return text.withUTF8 { bytes in
      let parts = bytes.split(separator: .space, maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 3, (1...2).contains(parts[0].count), parts[1].count == 3, parts[2].count == 4,
        let day = number(parts[0]), let year = number(parts[2]),
        let month = plainMonths.firstIndex(where: { $0.utf8.elementsEqual(parts[1]) })
      else { return nil }
      return Day(year: year, month: month + 1, day: day)
    }
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    digits.allSatisfy(\.isDigit) ? digits.reduce(0) { 10 * $0 + Int($1 & 15) } : nil
  }

  private static func any(_ text: String) -> Day? {
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

  private static let plainMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// How the months begin in English and French.
  private static let months = [
    ["jan"], ["feb", "fev"], ["mar"], ["apr", "avr"], ["may", "mai"], ["jun", "juin"], ["jul", "juil"],
    ["aug", "aou"], ["sep"], ["oct"], ["nov"], ["dec"],
  ]
}
