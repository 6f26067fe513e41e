/// A body whose length its mail's header tells, as in an mboxcl2 file, which quotes no separators: what looks
/// like mails in it is held back until it shows whether the next mail begins where the length says.
///
/// Many programs copy the field and change the body, so the length alone proves nothing.
struct AnnouncedBody {
  /// More mails than this are no forwarded ones.
  private static let limit = 256

  /// How many bytes are still to come; the line end behind the body may or may not count.
  private(set) var remaining: Int
  /// The mails that seem to stand in the body.
  private(set) var mails: [MailMessage] = []

  /// Nil if the field holds no length.
  init?(_ field: [UInt8]) {
    guard let length = Int(field[...].trimmed.text), length > 0 else { return nil }
    remaining = length
  }

  /// Whether a mail that begins with the next line begins where it should.
  var isOver: Bool { (-2...0).contains(remaining) }

  /// Whether the length has proved wrong, given the next line.
  func isRefuted(byBlank isBlank: Bool) -> Bool {
    remaining < -2 || (remaining <= 0 && !isBlank) || mails.count > Self.limit
  }

  /// Takes a line of the body; blank ones after its end are none of it.
  mutating func take(_ count: Int) {
    if remaining > 0 { remaining = max(remaining - count, -3) }
  }

  /// Holds a mail back.
  mutating func hold(_ mail: MailMessage) { mails.append(mail) }
}
