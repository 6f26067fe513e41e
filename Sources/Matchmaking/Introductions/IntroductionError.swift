/// Why an introduction can't take a step.
public enum IntroductionError: Error, Hashable, Sendable {
  /// It can't come to that state from where it is.
  case noStep(Introduction, to: Introduction.State)
  /// Another one's answer is awaited.
  case notAwaited(Contact.ID, awaited: Contact.ID)
  /// The contact is none of the two.
  case stranger(Contact.ID)
  /// The day lies before that of the last step.
  case backwards(from: Day, to: Day)

  /// The reason in a sentence without its full stop; `name` gives a contact's name.
  public func reason(naming name: (Contact.ID) -> String) -> String {
    switch self {
    case .noStep(let introduction, let state):
      "the introduction of \(name(introduction.first)) and \(name(introduction.second)) is"
        + " \(introduction.state.description) since \(introduction.day): "
        + Self.next(introduction, insteadOf: state)
    case .notAwaited(let contact, let awaited):
      "\(name(contact)) isn't asked now; \(name(awaited))'s answer is awaited"
    case .stranger(let contact): "\(name(contact)) is none of the two"
    case .backwards(let from, let to):
      "its last step was on \(from), after \(to); give a day that is not before it: --as-of \(from)"
    }
  }

  /// What can be done, in the words of the commands that do it.
  private static func next(_ introduction: Introduction, insteadOf state: Introduction.State) -> String {
    let pair = "\(introduction.first) \(introduction.second)"
    switch introduction.state {
    case .proposed: return "ask one of the two first: linkup introduce \(pair)"
    case .askedFirst, .askedBoth:
      return
        "it can't be \(state.rawValue) before both have agreed: linkup answer \(introduction.awaited.map(\.rawValue) ?? "WHO") … yes"
    case .made, .met:
      let outcomes = introduction.state.next.map(\.rawValue).joined(separator: ", ")
      return
        "no answer is awaited; what came of it (\(outcomes)) is recorded with: linkup done \(pair) OUTCOME"
    case .helped, .nothing, .declined, .lapsed: return "it has ended, and can be nothing else"
    }
  }
}
