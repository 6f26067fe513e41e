internal import Matchmaking

/// Reads a calendar (RFC 5545): whom the host met, and on which day.
///
/// Nobody becomes a contact by a large invitation: only somebody of a small meeting that the host called, or
/// accepted, is one.
enum ICalendar {
  /// Whether a text is a calendar.
  static func recognises(_ text: SourceText) -> Bool {
    text.bytes.prefix(1024).trimmed.prefix(15).text.uppercased() == "BEGIN:VCALENDAR"
  }

  /// One record for each address that the host met; events that cannot be used are counted in the summary.
  static func records(
    of text: SourceText, host: Contact?, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    guard let host, !host.emails.allSatisfy(\.isBlank) else {
      throw UnknownFormat(
        advice: "whose calendar is this? name the host first: "
          + "linkup add \"Your Name\" --host --email you@example.org, then import again")
    }
    var meetings = Meetings(host: host)
    var events = CalendarEvents(text.bytes)
    while let event = events.next(&summary) {
      do throws(RecordProblem) {
        try meetings.add(event)
      } catch {
        summary.read += 1
        summary.skip(line: event.line, error)
      }
    }
    guard events.hasBegun else {
      throw UnknownFormat(advice: "has no line BEGIN:VCALENDAR: export the calendar as iCalendar again")
    }
    let records = meetings.records
    summary.read += records.count
    return records
  }
}
