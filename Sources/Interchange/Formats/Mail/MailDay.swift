internal import Matchmaking

/// The dates of mails: `Tue, 12 Mar 2024 23:50:00 +0100` (RFC 5322, section 3.3), the obsolete forms with a
/// year of two digits, comments or hyphens, and those of C's `asctime`.
enum MailDay {
  /// The day in the zone of who wrote it, for that is the one on which they wrote; nil if it is no date.
  static func day(_ text: ArraySlice<UInt8>) -> Day? {
    let parts = withoutComments(text.prefix(200)).split { $0.isBlank || $0 == UInt8(ascii: ",") }
      .flatMap { part -> [ArraySlice<UInt8>] in
        // A hyphen in front is that of a zone.
        part.first == UInt8(ascii: "-") ? [] : part.split(separator: UInt8(ascii: "-"))
      }
    guard let named = parts.firstIndex(where: { month($0) != nil }), let month = month(parts[named]) else {
      return Day(text.trimmed.text)
    }
    // The day stands before the month, or behind it in American dates and those of asctime.
    let before = named > 0 ? number(parts[named - 1], digits: 1...2) : nil
    var rest = parts[(named + 1)...]
    guard let day = before ?? rest.popFirst().flatMap({ number($0, digits: 1...2) }) else { return nil }
    for part in rest.prefix(5) {
      guard var year = number(part, digits: 2...4) else { continue }
      // RFC 5322, section 4.3.
      if part.count == 2, year < 50 { year += 2000 } else if part.count < 4 { year += 1900 }
      guard year >= 1970 else { return nil }
      return Day(year: year, month: month, day: day)
    }
    return nil
  }

  private static func withoutComments(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var depth = 0
    var result: [UInt8] = []
    for byte in text {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if depth == 0 { result.append(byte) }
      if byte == UInt8(ascii: ")"), depth > 0 { depth -= 1 }
    }
    return result
  }

  private static func number(_ digits: ArraySlice<UInt8>, digits count: ClosedRange<Int>) -> Int? {
    guard count.contains(digits.count), digits.allSatisfy(\.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= 3 else { return nil }
    let start = word.startIndex
    // A weekday never has the three letters of a month: `Mon` is none, nor is `Sat`.
    let key = word[start..<start + 3].reduce(UInt32(0)) { $0 << 8 | UInt32($1 | 0x20) }
    return months.firstIndex(of: key).map { $0 + 1 }
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ].map { $0.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
}
