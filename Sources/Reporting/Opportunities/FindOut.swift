internal import Matchmaking

/// Somebody of whom nobody knows what he needs.
enum FindOut {
  /// Contacts without a known need whom the host shares most groups with; another few each week.
  static func section(_ desk: Desk, host: Contact.ID) -> Section {
    let knows = Set(desk.network.listings.lazy.filter { $0.kind == .need }.map(\.contact))
    var groupsOf: [Contact.ID: [String]] = [:]
    for group in desk.network.groups where group.members.contains(host) {
      for member in group.members { groupsOf[member, default: []].append(group.name) }
    }
    let unknown = desk.network.contacts.map(\.id).filter { $0 != host && !knows.contains($0) }
    let all = unknown.map { id in
      Opportunity(
        kind: .findOut, people: [desk.person(id)], reason: .needsUnknown, quotes: [],
        groups: (groupsOf[id] ?? []).map { $0.asName }.filter { !$0.isEmpty },
        towns: [],
        score: nil, commands: [ShellCommand("need", operands: [id.rawValue, "TEXT"])],
        letter: desk.letter(to: id) { wording, name in wording.askingForNeeds(name) })
    }
    let sorted = all.enumerated().sorted {
      let (one, other) = ($0.element.groups.count, $1.element.groups.count)
      return one != other ? one > other : $0.offset < $1.offset
    }.map(\.element)
    return Section(.findOut, of: sorted, desk, limit: desk.budget.findOut)
  }
}
