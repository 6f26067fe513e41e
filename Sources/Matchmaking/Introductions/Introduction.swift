/// A candidate that was put to both contacts, or is about to be, with its state: a double opt-in.
///
/// ```
/// proposed → asked first → asked both → made → helped, met or nothing
/// ```
///
/// Until it is made, either side may decline, and an introduction that nobody answers lapses. No state is skipped.
public struct Introduction: Hashable, Sendable, Codable {
  /// The contact with the smaller identifier.
  public let first: Contact.ID
  /// The contact with the larger identifier.
  public let second: Contact.ID
  /// When it was proposed. Two contacts have at most one introduction of a day.
  public let since: Day
  /// What it is about; nil if that isn't known.
  public let subject: Subject?
  /// How far it has come.
  public private(set) var state: State
  /// When it reached that state.
  public private(set) var day: Day
  /// Who is asked first; nil before anybody is, or if that isn't known.
  public private(set) var asked: Contact.ID?
  /// Who declined; set exactly when the state is `declined`.
  public private(set) var declinedBy: Contact.ID?
  /// Why it was declined, or what came of it, in the host's private words.
  public private(set) var reason: String?

  /// The match for which two contacts are introduced.
  public struct Subject: Hashable, Sendable, Codable {
    /// The need, which may be gone by now.
    public let need: Listing.ID
    /// The offer, which may be gone by now.
    public let offer: Listing.ID
    /// The relevance that the match had when it was proposed, before ``Settings/recalibration``; nil if that isn't known.
    public let relevance: Double?

    /// A match by its listings.
    public init(need: Listing.ID, offer: Listing.ID, relevance: Double? = nil) {
      self.need = need
      self.offer = offer
      self.relevance = relevance
    }
  }

  /// How far an introduction has come.
  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case proposed
    case askedFirst = "asked-first"
    case askedBoth = "asked-both"
    case made, helped, met, nothing, declined, lapsed

    /// The states that may follow.
    public var next: [State] {
      switch self {
      case .proposed: [.askedFirst, .declined, .lapsed]
      case .askedFirst: [.askedBoth, .declined, .lapsed]
      case .askedBoth: [.made, .declined, .lapsed]
      case .made: [.helped, .met, .nothing]
      case .met: [.helped, .nothing]
      case .helped, .nothing, .declined, .lapsed: []
      }
    }

    /// Whether somebody's answer is still awaited.
    public var isOpen: Bool { next.contains(.lapsed) }

    /// As a reader sees it.
    public var description: String {
      switch self {
      case .askedFirst: "asked the first"
      case .askedBoth: "asked both"
      case .nothing: "without result"
      default: rawValue
      }
    }

    /// The states on the shortest way to a later one, itself the last; empty if none leads there.
    package func steps(to later: State) -> [State] {
      if next.contains(later) { return [later] }
      let ways = next.map { [$0] + $0.steps(to: later) }.filter { $0.last == later }
      return ways.min { $0.count < $1.count } ?? []
    }

    /// Whether one state can come after another, with any number between.
    package func leads(to later: State) -> Bool { next.contains { $0 == later || $0.leads(to: later) } }
  }

  /// An introduction of two contacts, given in either order.
  ///
  /// - Parameters:
  ///   - one: one of the two.
  ///   - other: the other.
  ///   - state: how far it has come.
  ///   - day: when it reached its state.
  ///   - since: when it was proposed; nil for that same day.
  ///   - subject: what it is about.
  ///   - asked: who is asked first.
  ///   - declinedBy: who declined; to be given exactly for a declined one.
  ///   - reason: why it was declined, or what came of it.
  public init(
    _ one: Contact.ID, _ other: Contact.ID, state: State = .proposed, day: Day, since: Day? = nil,
    subject: Subject? = nil, asked: Contact.ID? = nil, declinedBy: Contact.ID? = nil, reason: String? = nil
  ) {
    first = min(one, other)
    second = max(one, other)
    self.since = since ?? day
    self.subject = subject
    self.state = state
    self.day = day
    self.asked = asked
    self.declinedBy = declinedBy
    self.reason = reason
  }

  /// The contact who is not `id`.
  public func other(than id: Contact.ID) -> Contact.ID { id == first ? second : first }

  /// Whose answer is awaited; nil if nobody's is.
  public var awaited: Contact.ID? {
    switch state {
    case .askedFirst: asked
    case .askedBoth: asked.map(other)
    default: nil
    }
  }

  /// The state as of a day: an open introduction has lapsed when nothing was heard for longer than so many days.
  public func state(asOf today: Day, lapsingAfter days: Int) -> State {
    state.isOpen && day.adding(days: days) < today ? .lapsed : state
  }

  /// The introduction after one of the two was asked first.
  ///
  /// - Throws: an ``IntroductionError`` if somebody was asked already, or is none of the two.
  public func asking(_ contact: Contact.ID, on day: Day) throws(IntroductionError) -> Introduction {
    try step(to: .askedFirst, by: contact, on: day) { $0.asked = contact }
  }

  /// The introduction after one of the two answered: with a yes of the one who is asked first the other is asked, and
  /// with a yes of both it is made.
  ///
  /// - Throws: an ``IntroductionError`` if this contact wasn't asked yet, or has answered. Either may decline at any time.
  public func answered(
    by contact: Contact.ID, yes: Bool, because reason: String? = nil, on day: Day
  ) throws(IntroductionError) -> Introduction {
    guard yes else {
      return try step(to: .declined, by: contact, on: day) {
        $0.declinedBy = contact
        $0.reason = reason
      }
    }
    guard let awaited else { throw .noStep(self, to: state == .askedBoth ? .made : .askedBoth) }
    guard awaited == contact else { throw .notAwaited(contact, awaited: awaited) }
    return try step(to: state == .askedFirst ? .askedBoth : .made, by: contact, on: day) {
      $0.reason = reason
    }
  }

  /// The introduction after it came to an end: what came of it, or nothing was heard.
  ///
  /// - Throws: an ``IntroductionError`` if it can't end so from where it is.
  public func ended(
    _ state: State, because reason: String? = nil, on day: Day
  ) throws(IntroductionError) -> Introduction {
    try step(to: state, by: first, on: day) { $0.reason = reason }
  }

  private func step(
    to next: State, by contact: Contact.ID, on day: Day, change: (inout Introduction) -> Void
  ) throws(IntroductionError) -> Introduction {
    guard contact == first || contact == second else { throw .stranger(contact) }
    guard state.next.contains(next) else { throw .noStep(self, to: next) }
    guard day >= self.day else { throw .backwards(from: self.day, to: day) }
    var introduction = self
    introduction.state = next
    introduction.day = day
    change(&introduction)
    return introduction
  }

  /// Checks what concerns this introduction alone.
  package func validate() throws(NetworkError) {
    let both = [first, second]
    let what = "the introduction of '\(first)' and '\(second)'"
    guard (state == .declined) == (declinedBy.map(both.contains) ?? false) else {
      throw .invalid(
        "\(what) is \(state.rawValue); who declined is named exactly for a declined one, by one of both")
    }
    if let asked, !both.contains(asked) { throw .invalid("\(what) asks '\(asked)', who is none of the two") }
    guard since <= day else {
      throw .invalid("\(what) is \(state.rawValue) on \(day), before it was proposed")
    }
    if let relevance = subject?.relevance, !(0...1).contains(relevance) {
      throw .invalid("\(what) has a relevance of \(relevance); it must be 0…1")
    }
  }
}
