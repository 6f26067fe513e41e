/// Why a set of contacts, listings and the rest is no network.
public enum NetworkError: Error, Hashable, Sendable {
  /// Two contacts have the same identifier.
  case duplicateContact(Contact.ID)
  /// Two listings have the same identifier.
  case duplicateListing(Listing.ID)
  /// Two ties join the same contacts, two groups have the same name, or the like; `what` names it.
  case duplicate(String)
  /// Something names a contact that is not in the network; `by` says what.
  case unknownContact(Contact.ID, by: String)
  /// A value is out of its range or empty where it must not be; the text says which, and what is allowed.
  case invalid(String)
}

extension NetworkError: CustomStringConvertible {
  /// The reason in one sentence, without its full stop.
  public var description: String {
    switch self {
    case .duplicateContact(let id): "two contacts have the id '\(id)'"
    case .duplicateListing(let id): "two listings have the id '\(id)'"
    case .duplicate(let what): "\(what) stands twice"
    case .unknownContact(let id, let by): "\(by) names the contact '\(id)', who is not in the network"
    case .invalid(let reason): reason
    }
  }
}
