/// Why two contacts are not proposed to each other.
public enum Exclusion: Hashable, Sendable, Codable {
  /// The two records are one contact, or look as if they were; the text says what they share.
  case samePerson(String)
  /// One of the two is the host, who needs no introduction to anybody.
  case host(Contact.ID)
  /// They know each other well.
  case tie(Tie.Kind)
  /// One of them is further from the host than the settings allow, by so many steps; nil if no chain is known.
  case outOfReach(Contact.ID, degrees: Int?)
  /// One of them must not be introduced to the other.
  case doNotIntroduce(by: Contact.ID)
  /// An introduction is open, was made, declined or lapsed, and the cool-down lasts until the given day.
  case introduced(Introduction, state: Introduction.State, until: Day)
  /// A contact has had as many introductions in so many days as it takes; the first of them on a day.
  case noRoom(Contact.ID, capacity: Int, days: Int, since: Day?)
  /// No need of one and offer of the other is relevant enough; the best relevance, nil if there is none.
  case belowThreshold(best: Double?, minimum: Double)
  /// A need of one, or an offer of the other, isn't looked at, since it is paused or past its last day.
  case notCurrent(Listing)

  /// The reason in a sentence without its full stop; `name` gives a contact's name.
  public func reason(naming name: (Contact.ID) -> String) -> String {
    switch self {
    case .samePerson(let evidence): "they look like the same person: \(evidence)"
    case .host(let host): "\(name(host)) is the host, who needs no introduction; see linkup report"
    case .tie(let kind): "they know each other: \(kind.rawValue)"
    case .outOfReach(let contact, let degrees):
      "\(name(contact)) is out of reach: "
        + (degrees.map { "\($0) steps from the host" } ?? "no chain of ties from the host is known")
    case .doNotIntroduce(let by): "\(name(by)) is not to be introduced to the other"
    case .introduced(let introduction, let state, let until):
      if let decliner = introduction.declinedBy {
        "\(name(decliner)) declined on \(introduction.day)"
          + (introduction.reason.map { " (\($0))" } ?? "") + "; not again before \(until)"
      } else {
        "an introduction of \(introduction.day) is \(state.description); not again before \(until)"
      }
    case .noRoom(let contact, 0, _, _): "\(name(contact)) takes no introductions"
    case .noRoom(let contact, let capacity, let days, let since):
      "\(name(contact)) takes \(capacity) in \(days) days and has had \(capacity == 1 ? "that" : "them")"
        + (since.map { " since \($0)" } ?? "")
    case .belowThreshold(nil, _): "neither offers what the other needs"
    case .belowThreshold(let best?, let minimum):
      // Rounded down, so that it is never what would do.
      "the best match is too weak: relevance \(Self.hundredths(best)), "
        + "\(Self.hundredths(minimum - Self.floored(best))) below the least that is suggested"
    case .notCurrent(let listing):
      "\(name(listing.contact))'s \(listing.kind) isn't looked at, since it is"
        + (listing.state == .open ? listing.until.map { " past \($0)" } ?? "" : " \(listing.state)")
        + ": \"\(listing.text)\""
    }
  }

  private static func floored(_ value: Double) -> Double { (value * 100).rounded(.down) / 100 }

  private static func hundredths(_ value: Double) -> String {
    let hundredths = Int((floored(value + 1e-9) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
