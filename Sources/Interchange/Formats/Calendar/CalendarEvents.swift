/// Takes the lines of a calendar apart into events, one after the other; tasks, time zones and alarms are
/// passed over.
struct CalendarEvents {
  /// Whether there was any calendar.
  private(set) var hasBegun = false
  private var lines: ContentLines
  private var event: CalendarEvent?
  /// How many other parts are open, within the event or outside.
  private var depth = 0
  /// Whether the calendar says that its events are called off.
  private var isCancellation = false

  init(_ bytes: [UInt8]) {
    lines = ContentLines(bytes)
  }

  /// The next event that took place, as far as the calendar knows.
  mutating func next(_ summary: inout Import.Summary) -> CalendarEvent? {
    while let line = lines.next() {
      if let problem = line.problem {
        summary.drop(line: line.line, problem.reason)
        continue
      }
      switch (line.name, line.value[...].trimmed.text.uppercased()) {
      case ("BEGIN", "VCALENDAR"):
        hasBegun = true
        isCancellation = false
        if let open = event { report(open, &summary) }
        (event, depth) = (nil, 0)
      case ("BEGIN", "VEVENT"):
        if let open = event { report(open, &summary) }
        (event, depth) = (CalendarEvent(line: line.line), 0)
      case ("END", "VEVENT"):
        depth = 0
        guard let done = event else { continue }
        event = nil
        if !isCancellation, !done.isCancelled { return done }
      case ("BEGIN", _): depth += 1
      case ("END", _): depth = max(0, depth - 1)
      case ("METHOD", "CANCEL") where event == nil: isCancellation = true
      default: if depth == 0 { event?.read(line) }
      }
    }
    if let open = event { report(open, &summary) }
    event = nil
    return nil
  }

  private func report(_ event: CalendarEvent, _ summary: inout Import.Summary) {
    summary.drop(line: event.line, "END:VEVENT is missing; the event is left out")
  }
}
