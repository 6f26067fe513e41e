internal import Matchmaking

/// Whom the host met, while the events of a calendar are read: a record for each address.
struct Meetings {
  /// More people than this make no meeting by which one comes to know somebody.
  private static let most = 8
  /// More days than these, for each of the people, are not counted.
  private static let mostOccurrences = 1000

  /// In the order in which the addresses came up.
  private(set) var records: [ContactRecord] = []
  private let hostAddresses: Set<String>
  private var positions: [String: Int] = [:]
  private var known: Set<Occurrence> = []

  /// An event on a day as somebody took part in it: a calendar may have it twice, or say of one day of a
  /// series that it has changed.
  private struct Occurrence: Hashable {
    let uid: String
    let day: Day
    let position: Int
  }

  init(host: Contact) {
    hostAddresses = Set(host.emails.map { $0.trimmed.lowercased() })
  }

  /// Adds those who took part in an event, unless the host stayed away.
  mutating func add(_ event: CalendarEvent) throws(RecordProblem) {
    if event.organiser == nil, event.attendees.isEmpty { return }
    var days = try event.days()
    var people = event.attendees
    if let organiser = event.organiser, !people.contains(where: { $0.key == organiser.key }) {
      people.append(organiser)
    }
    // A few lines must not make millions of meetings.
    if days.count * people.count > Self.mostOccurrences { days = Array(days.prefix(1)) }
    let host = people.first { hostAddresses.contains($0.key) }
    if host?.isAway == true { return }
    let isHosts = event.organiser.map { hostAddresses.contains($0.key) } ?? false
    let isSmall = Set(people.map(\.key)).count <= Self.most
    let isMet = isSmall && (isHosts || host?.answer == "ACCEPTED")
    for person in people where !person.isAway && !hostAddresses.contains(person.key) {
      let isCaller = person.key == event.organiser?.key
      add(
        person, on: days, uid: event.uid.isEmpty ? "line \(event.line)" : event.uid, line: event.line,
        isMet: isMet,
        from: isHosts ? .other : isCaller ? .this : nil)
    }
  }

  private mutating func add(
    _ person: CalendarAttendee, on days: [Day], uid: String, line: Int, isMet: Bool, from: Reference.Side?
  ) {
    let position = positions[person.key] ?? records.count
    if position == records.count {
      positions[person.key] = position
      var record = ContactRecord(line: line)
      record.contact.emails = [person.address]
      record.fillsOnly = true
      record.joinsOnly = true
      records.append(record)
    }
    if records[position].contact.name.isEmpty { records[position].contact.name = person.name }
    if isMet { records[position].joinsOnly = false }
    for day in days
    where known.insert(Occurrence(uid: uid, day: day, position: position)).inserted {
      records[position].references.append(
        Reference(field: "ATTENDEE", target: nil, meaning: .interaction(.meeting, day: day, from: from)))
    }
  }
}
