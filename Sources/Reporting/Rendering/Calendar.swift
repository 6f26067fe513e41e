internal import Foundation
public import Matchmaking

/// Writes the calls to make and the answers to wait for as an iCalendar file (RFC 5545) of to-dos with alarms.
public enum Calendar {
  /// The calendar, its lines ended by CR LF and at most 75 bytes long.
  ///
  /// Each to-do is due on a weekday of the report's week, Tuesday and on, an alarm at nine in the morning; its identifier stays the same
  /// from run to run, so that importing it again doubles nothing.
  public static func render(_ page: Page, week: Week) -> String {
    let monday = week.monday.number
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//linkup//weekly report//EN", "CALSCALE:GREGORIAN",
    ]
    let items = page.sections.filter { [.checkIn, .followUp, .thank].contains($0.kind) }.flatMap { part in
      part.items.map { (part, $0) }
    }
    for (number, (part, item)) in items.enumerated() {
      let day = compact(monday + 1 + number % 4)
      let detail = [item.reason] + item.quotes.map(\.text) + item.commands
      lines += [
        "BEGIN:VTODO", "UID:\(item.id ?? "\(number)")-\(page.week)@linkup.invalid",
        "DTSTAMP:\(compact(monday))T000000Z",
        "DTSTART;VALUE=DATE:\(day)", "DUE;VALUE=DATE:\(compact(monday + 2 + number % 4))",
        "SUMMARY:\(escaped("\(heading(part)): \(item.title)"))",
        "DESCRIPTION:\(escaped(detail.joined(separator: "\n")))", "STATUS:NEEDS-ACTION", "CLASS:PRIVATE",
        "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER;RELATED=START:PT9H", "DESCRIPTION:\(escaped(item.title))",
        "END:VALARM", "END:VTODO",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private static func heading(_ part: Page.Part) -> String {
    String(part.title.split(separator: ":").first ?? "").trimmingCharacters(in: .whitespaces)
  }

  private static func compact(_ number: Int) -> String {
    Day(number: number).description.filter { $0 != "-" }
  }

  /// A text value: RFC 5545, 3.3.11.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\\", ";", ",": "\\\(scalar)"
      case "\n": "\\n"
      default: scalar.value < 0x20 || scalar.value == 0x7F ? "" : String(scalar)
      }
    }.joined()
  }

  /// Lines of at most 75 bytes, cut between characters.
  private static func folded(_ line: String) -> String {
    var result = ""
    var used = 0
    for character in line {
      for scalar in character.unicodeScalars {
        let size = String(scalar).utf8.count
        if used + size > 75 {
          result += "\r\n "
          used = 1
        }
        result.unicodeScalars.append(scalar)
        used += size
      }
    }
    return result
  }
}
