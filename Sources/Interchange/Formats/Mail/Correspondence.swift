internal import Matchmaking

/// With whom the host exchanged mails, and on which days.
///
/// On one day a mail from somebody and a mail to them count once each: a thread of thirty mails is no thirty
/// contacts. So a mail that a mailbox holds twice, as Gmail's labels make it, changes nothing, and the memory
/// is bounded by the addresses and their days, however many mails there are.
package struct Correspondence: Equatable {
  private let host: Set<String>
  private var people: [Person] = []
  private var positions: [String: Int] = [:]
  /// Bits from the left: position of the person, day, whether the host wrote. In this order they sort.
  private var days: Set<UInt64> = []
  private var undated: [Int] = []
  private var undatedCount = 0
  /// Whether a mail is by or to the host.
  private(set) var knowsHost = false

  private struct Person: Equatable {
    let address: String
    /// The 1-based line of the first mail with the address.
    let line: Int
    var name = ""
    var named = Int.min
    var isWrittenTo = false
  }

  /// Nothing yet; the addresses of the host tell by whom and to whom a mail is.
  init(hostAddresses: [String]) {
    host = Set(hostAddresses.compactMap { Mailbox(address: Array($0.utf8)[...], phrase: [])?.address })
  }

  /// Counts a mail, if it is a personal one by or to the host.
  mutating func add(_ mail: MailMessage) {
    guard let author = mail.author else { return }
    let isByHost = isHost(author)
    guard isByHost || mail.recipients.contains(where: isHost) else { return }
    knowsHost = true
    guard mail.isPersonal else { return }
    let others = isByHost ? mail.recipients : [author]
    for other in others where !isHost(other) && !AutomaticSender.owns(other.address) {
      guard let day = mail.day else {
        undatedCount += 1
        if undated.count < Import.Summary.reportLimit { undated.append(mail.line) }
        return
      }
      let position = position(of: other.address, line: mail.line)
      if isByHost { people[position].isWrittenTo = true }
      if day.number >= people[position].named {
        let name = other.name
        if !name.isEmpty { (people[position].name, people[position].named) = (name, day.number) }
      }
      days.insert(UInt64(position) << 24 | UInt64(day.number) << 1 | (isByHost ? 1 : 0))
    }
  }

  /// One record for each address, in the order of their first mails.
  func records(_ summary: inout Import.Summary) -> [ContactRecord] {
    var records = people.map { person in
      var record = ContactRecord(line: person.line)
      record.contact.name = person.name
      record.contact.emails = [person.address]
      record.fillsOnly = true
      record.joinsOnly = !person.isWrittenTo
      return record
    }
    for entry in days.sorted() {
      let day = Day(number: Int(entry >> 1 & 0x7F_FFFF))
      // The record is the other one's, and names the host by naming nobody.
      let side: Reference.Side = entry & 1 == 1 ? .other : .this
      records[Int(entry >> 24)].references.append(
        Reference(field: "mail", target: nil, meaning: .interaction(.mail, day: day, from: side)))
    }
    summary.read += records.count
    for index in 0..<undatedCount {
      summary.drop(line: index < undated.count ? undated[index] : 0, "Date: is no date that can be read")
    }
    return records
  }

  private mutating func position(of address: String, line: Int) -> Int {
    if let known = positions[address] { return known }
    positions[address] = people.count
    people.append(Person(address: address, line: line))
    return people.count - 1
  }

  /// Whether a mailbox is the host's, also with a tag as in `me+shop@x.example`.
  private func isHost(_ mailbox: Mailbox) -> Bool {
    if host.contains(mailbox.address) { return true }
    guard let plus = mailbox.address.utf8.firstIndex(of: UInt8(ascii: "+")),
      let at = mailbox.address.utf8.lastIndex(of: UInt8(ascii: "@")), plus < at
    else { return false }
    return host.contains(String(mailbox.address[..<plus]) + mailbox.address[at...])
  }
}
