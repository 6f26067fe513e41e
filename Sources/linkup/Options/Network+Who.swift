import Matchmaking

extension Network {
  /// The one contact that a WHO on the command line means.
  func contact(who text: String) throws -> Contact {
    if let contact = try Self.only(contacts(called: text), called: text) { return contact }
    let shown = text.shortened(to: 60)
    throw Failure("nobody here is called '\(shown)'; look with: linkup find \"\(shown)\"")
  }

  /// The contact with an id, a mail address or a whole name; nil if there is none.
  func contact(calledExactly text: String) throws -> Contact? {
    try Self.only(contacts(calledExactly: text), called: text)
  }

  private static func only(_ found: [Contact], called text: String) throws -> Contact? {
    guard found.count > 1 else { return found.first }
    let names = found.prefix(5).map { "\($0.name.shortened(to: 60)) (\($0.id))" }.joined(separator: ", ")
    let others = found.count > 5 ? " or \(found.count - 5) others" : ""
    throw Failure("'\(text.shortened(to: 60))' may be \(names)\(others); give the id in brackets")
  }
}
