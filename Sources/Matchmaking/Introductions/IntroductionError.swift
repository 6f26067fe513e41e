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
        + " \(introduction.state.description) since \(introduction.day), so it can't be \(state.description);"
        + " it can be "
        + (introduction.state.next.map(\.description).joined(separator: ", ").nilIfEmpty ?? "nothing else")
    case .notAwaited(let contact, let awaited):
      "\(name(contact)) isn't asked now; \(name(awaited))'s answer is awaited"
    case .stranger(let contact): "\(name(contact)) is none of the two"
    case .backwards(let from, let to): "its last step was on \(from), after \(to)"
    }
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
