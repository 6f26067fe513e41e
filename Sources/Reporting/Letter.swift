public import Matchmaking

/// A letter that the reader may send by hand, already worded; nothing is sent.
public struct Letter: Hashable, Sendable {
  /// Who is to read it.
  public let to: [Contact.ID]
  /// The first mail address of each reader, as far as known.
  public let emails: [String]
  /// The first telephone number of the one reader; nil where there are two, or none is known.
  public let phone: String?
  /// One line.
  public let subject: String
  /// The text, its lines parted by new lines.
  public let body: String

  init(to: [Contact.ID], subject: String, body: String, in network: Network) {
    let readers = to.compactMap(network.contact)
    self.to = to
    self.subject = subject
    self.body = body
    emails = readers.compactMap { $0.emails.first { Self.isAddress($0) } }
    phone = readers.count == 1 ? readers[0].phones.first { Self.isNumber($0) } : nil
  }

  /// Whether a text can stand in an address header: one at sign, nothing that a mail program reads as more.
  static func isAddress(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    return scalars.count <= 254 && text.split(separator: "@", omittingEmptySubsequences: false).count == 2
      && !text.hasPrefix("@") && !text.hasSuffix("@")
      && scalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || "@.+-_'".unicodeScalars.contains($0)
      }
  }

  /// Whether a text is a telephone number: digits, and what people write between them.
  static func isNumber(_ text: String) -> Bool {
    let digits = text.unicodeScalars.count { ("0"..."9").contains($0) }
    return (5...20).contains(digits)
      && text.unicodeScalars.allSatisfy {
        ("0"..."9").contains($0) || " +-./()\u{A0}".unicodeScalars.contains($0)
      }
  }
}
