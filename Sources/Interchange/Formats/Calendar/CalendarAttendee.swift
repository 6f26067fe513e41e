/// Somebody who called an event, or was invited.
struct CalendarAttendee {
  /// The mail address.
  let address: String
  /// Empty where the calendar knows the address alone.
  let name: String
  /// In capitals: `ACCEPTED`, `DECLINED`, …; `NEEDS-ACTION` where nothing is said.
  let answer: String

  /// Nil for a room or a thing, and for who has no mail address.
  init?(_ line: ContentLine) {
    if let kind = line.parameter("CUTYPE")?.uppercased(), kind == "ROOM" || kind == "RESOURCE" { return nil }
    var address = line.value[...].trimmed.text
    let isMail = address.lowercased().hasPrefix("mailto:")
    if isMail { address = String(address.dropFirst(7)).trimmed }
    if let said = line.parameter("EMAIL")?.trimmed, said.contains("@") { address = said }
    guard address.contains("@"), !address.contains("/"), address.utf8.count <= 320,
      !address.contains(where: \.isWhitespace),
      // Google's calendars of groups and resources have addresses of their own.
      !address.lowercased().hasSuffix("calendar.google.com"),
      !AutomaticSender.owns(address.lowercased())
    else { return nil }
    self.address = address
    let said = (line.parameter("CN") ?? "").trimmed
    // Outlook puts an address without name between apostrophes.
    let isQuoted = said.count > 1 && said.hasPrefix("'") && said.hasSuffix("'")
    let bare = isQuoted ? String(said.dropFirst().dropLast()) : said
    let isAddress = bare.lowercased() == address.lowercased() || bare.contains("@")
    name = isAddress || bare.utf8.count > FieldLimit.text.rawValue ? "" : bare
    answer = line.parameter("PARTSTAT")?.uppercased() ?? "NEEDS-ACTION"
  }

  /// By which it is the same person again.
  var key: String { address.lowercased() }

  /// Whether the answer says that somebody stayed away.
  var isAway: Bool { answer == "DECLINED" || answer == "DELEGATED" }
}
