/// A calendar day in the Gregorian calendar, without time or time zone; written as ISO 8601, `2026-11-23`.
///
/// Everything in linkup that has a date has a day: scores must not depend on the hour at which, or the place
/// where, they are computed. The conversion between day numbers and dates is Howard Hinnant's
/// `days_from_civil` ("chrono-Compatible Low-Level Date Algorithms", 2013).
public struct Day: Hashable, Sendable {
  /// Days since 1970-01-01, which is 0; negative before.
  public let number: Int

  /// The day with the given number of days since 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// The given date, or nil if there is no such day, as with 30 February. Years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(number: era * 146_097 + dayOfEra - 719_468)
    let back = date
    guard back.year == year, back.month == month, back.day == day else { return nil }
  }

  /// Reads `2026-11-23`; also a timestamp, `2026-11-23T09:30:00Z`, whose time is dropped. Nil otherwise.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8.prefix(11))
    guard bytes.count >= 10, bytes.count == 10 || bytes[10] == UInt8(ascii: "T"),
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Int(digits: bytes[0..<4]), let month = Int(digits: bytes[5..<7]),
      let day = Int(digits: bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month 1…12 and day of the month 1…31.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
  public var weekday: Int {
    let shifted = (number + 3) % 7
    return (shifted < 0 ? shifted + 7 : shifted) + 1
  }

  /// The day that lies so many days later, or earlier if negative; no further than the years 1 to 9999 go.
  public func adding(days: Int) -> Day {
    let (sum, isTooMuch) = number.addingReportingOverflow(days)
    let day = Day(number: isTooMuch ? (days < 0 ? .min : .max) : sum)
    return min(max(day, .first), .last)
  }

  /// 0001-01-01 and 9999-12-31.
  private static let (first, last) = (Day(number: -719_162), Day(number: 2_932_896))
}

extension Day: Comparable {
  /// Orders by time.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
  /// `2026-11-23`.
  public var description: String {
    let (year, month, day) = date
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Day: Codable {
  /// Reads `2026-11-23`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "'\(text)' is no date such as 2026-11-23")
    }
    self = day
  }

  /// Writes `2026-11-23`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Int {
  fileprivate init?(digits: ArraySlice<UInt8>) {
    var value = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    self = value
  }
}
