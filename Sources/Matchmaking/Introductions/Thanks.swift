/// Somebody acknowledged a favour.
public struct Thanks: Hashable, Sendable, Codable {
  /// Who thanks.
  public let from: Contact.ID
  /// Who is thanked.
  public let to: Contact.ID
  /// When.
  public let day: Day
  /// What for; nil if that isn't known.
  public let favour: String?

  /// Thanks of one contact to another.
  public init(from: Contact.ID, to: Contact.ID, day: Day, favour: String? = nil) {
    self.from = from
    self.to = to
    self.day = day
    self.favour = favour
  }
}
