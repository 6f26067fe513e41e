import Matchmaking

extension Network {
  /// The one contact that a WHO on the command line means.
  func contact(who text: String) throws -> Contact {
    let found = contacts(called: text)
    if found.count == 1 { return found[0] }
    let shown = text.shortened(to: 60)
    guard !found.isEmpty else {
      throw Failure("nobody here is called '\(shown)'; look with: linkup find \"\(shown)\"")
    }
    let names = found.prefix(5).map { "\($0.name.terminalSafe) (\($0.id))" }.joined(separator: ", ")
    throw Failure(
      "'\(shown)' may be \(names)\(found.count > 5 ? " or \(found.count - 5) others" : ""); give the id in brackets"
    )
  }

  /// What to call a contact.
  func name(of id: Contact.ID) -> String {
    let name = contact(id)?.name ?? ""
    return name.isEmpty ? id.rawValue : name
  }
}
