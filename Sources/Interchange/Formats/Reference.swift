internal import Matchmaking

/// Something by which a record names another contact, who may come later in the file.
struct Reference {
  /// Where in the record it stands, for messages: `knows[2]`.
  var field: String
  /// The other contact; nil for the host.
  var target: Contact.ID?
  /// What the record says of the two.
  var meaning: Meaning
  /// What the record calls the other, where it gives no identifier; if nobody is meant, or several may be, nothing is said.
  var called: String?

  /// One of the two: the contact of the record, or the one it names.
  enum Side {
    case this, other
  }

  enum Meaning {
    /// They know each other.
    case tie(kind: Tie.Kind?, since: Day?, byHost: Bool = false)
    /// They have been connected on a network of contacts since a day, and may have met before.
    case connection(since: Day)
    /// The other one brought this one in.
    case sponsor
    /// The two must not be introduced.
    case barrier
    /// They were in touch.
    case interaction(Interaction.Kind, day: Day, from: Side? = nil, note: String? = nil)
    /// They were, or are about to be, introduced.
    case introduction(IntroductionReference)
    /// This one thanks the other.
    case thanks(day: Day, favour: String?)
  }
}
