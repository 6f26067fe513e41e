/// The header fields of a mail that are read; all others, and the body, are passed over.
enum MailField: Int, CaseIterable {
  case from, sender, to, cc, bcc, date, contentLength
  /// Fields that only mailing lists and newsletters have.
  case listID, listUnsubscribe, listPost
  case autoSubmitted, precedence
  /// Fields that tell drafts and spam.
  case gmailLabels, mozillaDraft

  /// The field of a name in any case; nil if it is none of these.
  init?(named name: UnsafeRawBufferPointer) {
    for field in Self.allCases {
      let known = field.name
      guard known.utf8CodeUnitCount == name.count else { continue }
      let isSame = (0..<name.count).allSatisfy { name[$0] | 0x20 == known.utf8Start[$0] }
      if isSame {
        self = field
        return
      }
    }
    return nil
  }

  /// In lower case.
  private var name: StaticString {
    switch self {
    case .from: "from"
    case .sender: "sender"
    case .to: "to"
    case .cc: "cc"
    case .bcc: "bcc"
    case .date: "date"
    case .contentLength: "content-length"
    case .listID: "list-id"
    case .listUnsubscribe: "list-unsubscribe"
    case .listPost: "list-post"
    case .autoSubmitted: "auto-submitted"
    case .precedence: "precedence"
    case .gmailLabels: "x-gmail-labels"
    case .mozillaDraft: "x-mozilla-draft-info"
    }
  }

  /// Whether its values are addresses, which go on where the field stands twice.
  var isRecipients: Bool { self == .to || self == .cc || self == .bcc }
}
