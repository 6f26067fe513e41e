internal import Matchmaking

/// One event of a calendar while its lines are read.
struct CalendarEvent {
  /// The line of the file on which it begins.
  let line: Int
  private(set) var uid = ""
  private(set) var isCancelled = false
  private(set) var organiser: CalendarAttendee?
  private(set) var attendees: [CalendarAttendee] = []
  private var start: ContentLine?
  private var extra: [String] = []
  private var excluded: [String] = []

  init(line: Int) {
    self.line = line
  }

  /// Takes over what a line says.
  mutating func read(_ line: ContentLine) {
    switch line.name {
    case "UID": uid = line.value[...].trimmed.text
    case "STATUS": isCancelled = line.value[...].trimmed.text.uppercased() == "CANCELLED"
    case "DTSTART": start = line
    case "RDATE": extra += line.value.split(separator: .comma).map(\.text)
    case "EXDATE": excluded += line.value.split(separator: .comma).map(\.text)
    case "ORGANIZER": organiser = CalendarAttendee(line)
    case "ATTENDEE": if let attendee = CalendarAttendee(line) { attendees.append(attendee) }
    default: break
    }
  }

  /// The days on which it took place. What comes again and again counts once, with the days that are named
  /// by themselves: a calendar says when people were to meet, and not every week that they did.
  ///
  /// A day is that of the place, or of UTC where the time is in UTC.
  func days() throws(RecordProblem) -> [Day] {
    guard let start else { throw RecordProblem(reason: "DTSTART: is missing; the event is left out") }
    let text = start.value[...].text
    guard let first = Self.day(text) else {
      throw RecordProblem(reason: "DTSTART: \(RecordProblem.shown(text)) is no date; the event is left out")
    }
    let without = Set(excluded.compactMap(Self.day))
    return Set(([first] + extra.compactMap(Self.day)).filter { !without.contains($0) }).sorted()
  }

  /// `20261123`, `20261123T093000Z`, `20261123T093000/PT1H`; also with hyphens.
  private static func day(_ text: String) -> Day? {
    let digits = text.trimmed.utf8.prefix { $0 != UInt8(ascii: "T") }.filter { $0 != UInt8(ascii: "-") }
    guard digits.count == 8, digits.allSatisfy(\.isDigit) else { return nil }
    func number(_ range: Range<Int>) -> Int {
      digits[range].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    return Day(year: number(0..<4), month: number(4..<6), day: number(6..<8))
  }
}
