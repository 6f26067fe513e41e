internal import Matchmaking

/// Reads the messages and invitations of a LinkedIn archive as interactions: who, when, and who wrote.
///
/// What was written is not kept unless it is asked for. Of messages to or from one person on one day in one direction,
/// one counts: a chat of thirty lines is one conversation. Whoever the host wrote to may become a contact; who only
/// wrote, or was only invited, must be one already.
struct LinkedInMessages {
  /// Whose archive it is.
  let host: Contact
  let keepsBodies: Bool

  private struct Message {
    let line: Int
    let day: Day
    let isFromHost: Bool
    let others: [(name: String, url: String?)]
    let body: String?
  }

  /// One record for each person, in the order of their first message.
  func records(
    of table: HeadedTable, areInvitations: Bool, _ summary: inout Import.Summary
  ) -> [ContactRecord] {
    let own = ownNames(table)
    var people: [String: Int] = [:]
    var records: [ContactRecord] = []
    var seen: Set<String> = []
    table.forEach(&summary) { row throws(RecordProblem) in
      guard let message = try message(in: row, own) else { return false }
      for other in message.others {
        let key =
          IdentityKey.keys(of: Contact(id: "", name: other.name, urls: [other.url].compactMap { $0 }))
          .first?.text ?? FoldedText(other.name).text
        let position = people[key] ?? records.count
        if position == records.count {
          people[key] = position
          var record = ContactRecord(line: message.line)
          record.contact.name = other.name
          record.contact.urls = [other.url].compactMap { $0 }
          record.joinsOnly = true
          record.fillsOnly = true
          records.append(record)
        }
        if message.isFromHost, !areInvitations { records[position].joinsOnly = false }
        let body = keepsBodies ? message.body : nil
        guard body != nil || seen.insert("\(key)\n\(message.day)\n\(message.isFromHost)").inserted else {
          continue
        }
        records[position].references.append(
          Reference(
            field: "message", target: nil,
            meaning: .interaction(
              .message, day: message.day, from: message.isFromHost ? .other : .this, note: body)))
      }
      return false
    }
    // A row is a message; what counts are the people.
    summary.read += records.count
    return records
  }

  /// Nil for what is nothing personal: a mail to many, or one that LinkedIn sells.
  private func message(in row: HeadedTable.Row, _ own: Set<String>) throws(RecordProblem) -> Message? {
    if let draft = row["ismessagedraft"]?.lowercased(), ["yes", "true"].contains(draft) { return nil }
    guard let written = row["date", "sentat"], let day = LinkedInDay.day(written) else {
      throw RecordProblem(reason: "has no date that linkup can read")
    }
    let senders = people(row["from"], row["senderprofileurl", "inviterprofileurl"])
    let receivers = people(row["to"], row["recipientprofileurls", "inviteeprofileurl"])
    let direction = row["direction"]?.lowercased()
    func isOwn(_ person: (name: String, url: String?)) -> Bool {
      own.contains(FoldedText(person.name).text) || person.url.map(isOwnURL) ?? false
    }
    let isFromHost = direction.map { $0 == "outgoing" } ?? senders.contains(where: isOwn)
    let others = (isFromHost ? receivers : senders).filter {
      !isOwn($0) && FoldedText($0.name).text != "linkedin member"
    }
    guard isFromHost || direction != nil || receivers.contains(where: isOwn) else {
      throw RecordProblem(reason: "is neither from nor to \(RecordProblem.shown(host.name))")
    }
    guard (1...Self.largestGroup).contains(others.count) else { return nil }
    return Message(
      line: row.line, day: day, isFromHost: isFromHost, others: others, body: row["content", "message"])
  }

  /// Names and profile addresses, each with the other where they are as many. A name may hold a comma.
  private func people(_ names: String?, _ urls: String?) -> [(name: String, url: String?)] {
    let urls = (urls ?? "").split { ",; ".contains($0) }.map(String.init)
    guard let names else { return urls.map { ("", $0) } }
    if urls.count <= 1 { return [(names, urls.first)] }
    let each = names.split(separator: ",").map { String($0).trimmed }
    return each.count == urls.count ? zip(each, urls).map { ($0, $1) } : urls.map { ("", $0) }
  }

  private func isOwnURL(_ url: String) -> Bool {
    let keys = IdentityKey.keys(of: Contact(id: "", name: "", urls: [url]))
    return !keys.isEmpty && IdentityKey.keys(of: host).contains(where: keys.contains)
  }

  /// The names under which the host writes: its own, or else the one that stands in nearly every row.
  private func ownNames(_ table: HeadedTable) -> Set<String> {
    let own = FoldedText(host.name).text
    var rows = 0
    var counts: [String: Int] = [:]
    var ignored = Import.Summary(file: "")
    table.forEach(&ignored) { row in
      rows += 1
      for name in Set([row["from"], row["to"]].compactMap { $0 }) {
        counts[FoldedText(name).text, default: 0] += 1
      }
      return true
    }
    if counts[own] != nil { return [own] }
    let most = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
    guard let first = most.first, 10 * first.value >= 9 * rows,
      most.count < 2 || 2 * most[1].value <= first.value
    else { return [own] }
    return [own, first.key]
  }

  private static let largestGroup = 8
}
