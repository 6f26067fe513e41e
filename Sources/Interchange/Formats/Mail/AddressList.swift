/// Reads the value of an address field: mailboxes, groups, comments, quoted names and routes (RFC 5322,
/// sections 3.4 and 4.4), and what mail programs write beside that.
///
/// - Complexity: O(n) for n bytes up to the last mailbox that is read; it does not recurse.
struct AddressList {
  /// The mailboxes in order; what is no address is left out.
  private(set) var mailboxes: [Mailbox] = []

  private let bytes: [UInt8]
  private var position = 0
  private var phrase: [UInt8] = []
  private var comment: [UInt8] = []
  private var angle: [UInt8]?

  /// Reads no more than `limit` mailboxes.
  init(_ bytes: [UInt8], limit: Int) {
    self.bytes = bytes
    while position < bytes.count, mailboxes.count < limit {
      let byte = bytes[position]
      position += 1
      switch byte {
      case .quote: phrase += readQuoted()
      case UInt8(ascii: "("): comment = readComment()
      case UInt8(ascii: "<"): angle = readAngle()
      case UInt8(ascii: ","), UInt8(ascii: ";"): endMailbox()
      case UInt8(ascii: ":"):
        // What came before was the name of a group.
        phrase.removeAll(keepingCapacity: true)
      case UInt8(ascii: "=") where position < bytes.count && bytes[position] == UInt8(ascii: "?"):
        position -= 1
        readEncodedWord()
      default: phrase.append(byte)
      }
    }
    if mailboxes.count < limit { endMailbox() }
  }

  private mutating func endMailbox() {
    let found =
      if let angle {
        Mailbox(address: angle[...], phrase: phrase[...].trimmed.isEmpty ? comment : phrase)
      } else {
        Mailbox(address: phrase[...], phrase: comment)
      }
    if let found { mailboxes.append(found) }
    phrase.removeAll(keepingCapacity: true)
    comment = []
    angle = nil
  }

  /// Reads on to the closing quote, or to the end.
  private mutating func readQuoted() -> [UInt8] {
    var text: [UInt8] = []
    while position < bytes.count, bytes[position] != .quote {
      if bytes[position] == .backslash, position + 1 < bytes.count { position += 1 }
      text.append(bytes[position])
      position += 1
    }
    position += 1
    return text
  }

  /// Reads on to the parenthesis that closes the comment, and past the comments in it.
  private mutating func readComment() -> [UInt8] {
    var text: [UInt8] = []
    var depth = 1
    while position < bytes.count {
      var byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { break }
      }
      if byte == .backslash, position < bytes.count {
        byte = bytes[position]
        position += 1
      }
      text.append(byte)
    }
    return text
  }

  /// Reads on to the closing bracket; leaves a route out, as in `<@a.example,@b.example:anna@c.example>`.
  private mutating func readAngle() -> [UInt8] {
    var address: [UInt8] = []
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: ">") { break }
      switch byte {
      case .quote: address += readQuoted()
      case UInt8(ascii: "("): _ = readComment()
      case UInt8(ascii: ":") where address[...].trimmed.first == UInt8(ascii: "@"): address = []
      default: address.append(byte)
      }
    }
    return address
  }

  /// Takes an encoded word as a whole, for programs leave commas and brackets in it.
  private mutating func readEncodedWord() {
    var end = position + 2
    var marks = 0
    while end < bytes.count, end < position + 512, bytes[end] > .space {
      if bytes[end] == UInt8(ascii: "?") {
        marks += 1
        if marks >= 3, end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "=") {
          phrase += bytes[position..<end + 2]
          position = end + 2
          return
        }
      }
      end += 1
    }
    phrase.append(bytes[position])
    position += 1
  }
}
