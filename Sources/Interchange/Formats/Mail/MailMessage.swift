internal import Matchmaking

/// What one mail says: who wrote to whom, and when.
struct MailMessage {
  /// More recipients than this make a mail a circular, by which nobody is in touch with anybody.
  static let recipientLimit = 20

  /// The 1-based line on which it begins.
  let line: Int
  /// Nil if no date of it can be read.
  let day: Day?
  /// Nil if there is none.
  let author: Mailbox?
  /// To, Cc and Bcc, in this order; one more than the limit at most.
  let recipients: [Mailbox]
  /// Whether it is by one person and to a few.
  let isPersonal: Bool

  /// Reads a header.
  init(_ header: MailHeader) {
    line = header.line
    day = header.dates.lazy.compactMap { $0.isEmpty ? nil : MailDay.day($0) }.first
    let from = AddressList(header[.from], limit: 1).mailboxes
    author = (from.isEmpty ? AddressList(header[.sender], limit: 1).mailboxes : from).first
    var recipients: [Mailbox] = []
    for field in [MailField.to, .cc, .bcc] where recipients.count <= Self.recipientLimit {
      guard !header[field].isEmpty else { continue }
      recipients += AddressList(header[field], limit: Self.recipientLimit + 1 - recipients.count).mailboxes
    }
    self.recipients = recipients
    isPersonal =
      !header.isCut && recipients.count <= Self.recipientLimit && !Self.isFromList(header)
      && !Self.isAutomatic(header) && !Self.isDraftOrSpam(header)
  }

  private static func isFromList(_ header: MailHeader) -> Bool {
    let precedence = header[.precedence][...].trimmed.text.lowercased()
    return !header[.listID].isEmpty || !header[.listUnsubscribe].isEmpty || !header[.listPost].isEmpty
      || ["bulk", "list", "junk"].contains(precedence)
  }

  /// Whether it is a draft, or spam, by what Gmail and Thunderbird write into the mails that they store.
  private static func isDraftOrSpam(_ header: MailHeader) -> Bool {
    if !header[.mozillaDraft].isEmpty { return true }
    guard !header[.gmailLabels].isEmpty else { return false }
    let text = EncodedWords.decoded(header[.gmailLabels][...]) ?? header[.gmailLabels][...].text
    let labels = text.split(separator: ",").map { String($0).folded }
    return labels.contains(where: draftsAndSpam.contains)
  }

  private static let draftsAndSpam: Set<String> = [
    "draft", "drafts", "brouillon", "brouillons", "entwurfe", "spam",
  ]

  private static func isAutomatic(_ header: MailHeader) -> Bool {
    let submitted = header[.autoSubmitted][...].trimmed.text.lowercased()
    return !submitted.isEmpty && !submitted.hasPrefix("no")
  }
}
