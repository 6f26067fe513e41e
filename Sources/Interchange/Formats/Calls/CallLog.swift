internal import Matchmaking

/// A telephone's call log as a table, whose first row names a number, a date, and a type or a duration.
///
/// Missed calls, calls without length and withheld numbers are left out. In `12/03/2024` the day comes first
/// if any date of the file has a first number above 12; if none tells, it does in files with semicolons or
/// with headers in French or German, and else the month does.
struct CallLog {
  private let reader: CSVReader
  private let columns: [CallColumn?]
  private let isDayFirstByHabit: Bool

  /// Nil if the first row is no header of a call log.
  init?(_ text: SourceText) {
    let delimiter = Delimiter(detectedIn: text.bytes)
    var reader = CSVReader(text.bytes, delimiter: delimiter.rawValue)
    var row = CSVRow()
    if Delimiter.said(in: text.bytes) != nil { _ = reader.next(&row) }
    while reader.next(&row), reader.isBlank(row) {}
    guard row.problem == nil, (3...40).contains(row.cells.count) else { return nil }
    let named = row.cells.map { cell in
      reader.content(of: cell).count > 60 ? nil : CallColumn.named(reader.value(of: cell))
    }
    let known = Set(named.compactMap { $0?.column })
    guard known.contains(.number), known.contains(.date) || known.contains(.time),
      known.contains(.type) || known.contains(.duration)
    else { return nil }
    // A list of members, bookings or bills has numbers and dates too.
    let others = Set(row.cells.compactMap { ContactColumn(header: reader.value(of: $0)) })
    guard others.isDisjoint(with: Self.ofContacts) else { return nil }
    self.reader = reader
    columns = named.map { $0?.column }
    isDayFirstByHabit = delimiter == .semicolon || named.contains { $0?.isForeign == true }
    guard saysCalls else { return nil }
  }

  private static let ofContacts: Set<ContactColumn> = [
    .firstName, .lastName, .emails, .needs, .offers, .organisation, .headline, .locality, .notes, .urls,
    .groups,
  ]

  /// Whether the first rows have kinds of calls where they say what kind they are, or else how long each took.
  private var saysCalls: Bool {
    var reader = reader
    var row = CSVRow()
    var (said, known) = (0, 0)
    for _ in 0..<50 where reader.next(&row) && row.problem == nil {
      for (column, cell) in zip(columns, row.cells) where column == .type && !cell.isEmpty {
        said += 1
        if CallType(reader.value(of: cell)) != nil { known += 1 }
      }
    }
    return 2 * known >= said
  }

  /// Whether a text begins with the header of a call log.
  static func recognises(_ text: SourceText) -> Bool {
    CallLog(text) != nil || CallBackup.recognises(text)
  }

  /// The records of a text, one for each number; what is no call is counted in the summary.
  static func records(
    of text: SourceText, host: Contact?, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    let log = CallLog(text)
    guard log != nil || CallBackup.recognises(text) else {
      throw UnknownFormat(
        advice: "has no first row with a number, a date, and a type or duration: export the call log as CSV")
    }
    guard let host else {
      throw UnknownFormat(
        advice: "whose calls are these? name the host first: "
          + "linkup add \"Your Name\" --host, then import again")
    }
    let calls = log?.calls(&summary) ?? CallBackup.calls(of: text)
    let isDayFirst =
      calls.lazy.compactMap(\.date?.isDayFirst).first { $0 }
      ?? calls.lazy.compactMap(\.date?.isDayFirst).first ?? log?.isDayFirstByHabit ?? false
    // Where the host has no country, the host's own number tells it.
    let country =
      host.place?.country ?? host.phones.lazy.compactMap { PhoneNumber($0, country: nil)?.region }.first
    var callers = Callers(country: country)
    for call in calls where call.tookPlace {
      if let day = call.date?.day(isDayFirst: isDayFirst) {
        callers.add(call, on: day)
      } else {
        summary.drop(
          line: call.line, "date: \(RecordProblem.shown(call.writtenDate)) is no date that can be read")
      }
    }
    let records = callers.records
    summary.read += records.count
    return records
  }

  private func calls(_ summary: inout Import.Summary) -> [Call] {
    var reader = reader
    var row = CSVRow()
    var calls: [Call] = []
    while reader.next(&row) {
      if reader.isBlank(row) { continue }
      do throws(RecordProblem) {
        try row.check(width: columns.count, reader)
        calls.append(try call(in: row, reader))
      } catch {
        summary.read += 1
        summary.skip(line: row.line, error)
      }
    }
    return calls
  }

  private func call(in row: CSVRow, _ reader: CSVReader) throws(RecordProblem) -> Call {
    var call = Call(line: row.line)
    var (date, time) = ("", "")
    for (column, cell) in zip(columns, row.cells) where !cell.isEmpty {
      guard let column else { continue }
      let value = reader.value(of: cell)
      if value.isEmpty { continue }
      try FieldLimit.text.check(value, of: "\(column)")
      switch column {
      case .number: if call.number.isEmpty { call.number = value }
      case .name: if call.name.isEmpty { call.name = value }
      case .date: if date.isEmpty { date = value }
      case .time: if time.isEmpty { time = value }
      case .type: call.type = call.type ?? CallType(value)
      case .duration: call.duration = call.duration ?? value
      }
    }
    // Some logs have the whole date in the column of the time.
    call.date = CallDate(date) ?? CallDate(time)
    call.writtenDate = date.isEmpty ? time : date
    return call
  }
}
