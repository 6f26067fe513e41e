import Matchmaking

/// What differs between two networks, a line for each contact, tie and group that changes.
struct NetworkDifference {
  /// `+` for what comes, `~` for what changes, `-` for what goes.
  let lines: [String]

  init(from before: Network, to after: Network) {
    let listingsBefore = Dictionary(grouping: before.listings, by: \.contact)
    let listingsAfter = Dictionary(grouping: after.listings, by: \.contact)
    var lines: [String] = []
    for contact in after.contacts {
      let known = before.contact(contact.id)
      var parts = known.map { Self.changes(from: $0, to: contact) } ?? []
      parts += Self.changes(
        from: listingsBefore[contact.id] ?? [], to: listingsAfter[contact.id] ?? [])
      if known == nil || !parts.isEmpty {
        let name = "\(contact.name.shortened(to: 60)) (\(contact.id.rawValue.terminalSafe))"
        lines.append(
          "\(known == nil ? "+" : "~") \(name)\(parts.isEmpty ? "" : ": " + parts.joined(separator: "; "))")
      }
    }
    let ties = Set(before.ties)
    for tie in after.ties where !ties.contains(tie) {
      lines.append(
        "+ tie: \(after.name(of: tie.first).terminalSafe) and \(after.name(of: tie.second).terminalSafe), \(tie.kind.rawValue)"
      )
    }
    let groups = Dictionary(uniqueKeysWithValues: before.groups.map { ($0.name, $0.members.count) })
    for group in after.groups where group.members.count != groups[group.name] ?? 0 {
      lines.append(
        "+ group \(group.name.shortened(to: 60)): \(group.members.count - (groups[group.name] ?? 0)) more")
    }
    let more = after.interactions.count - before.interactions.count
    if more > 0 { lines.append("+ \(more) interactions") }
    if let host = after.host, host != before.host {
      lines.append("~ the host is \(after.name(of: host).terminalSafe)")
    }
    self.lines = lines
  }

  private static func changes(from before: Contact, to after: Contact) -> [String] {
    func change(_ field: String, _ one: String?, _ other: String?) -> String? {
      one == other ? nil : "\(field) \(shown(one)) → \(shown(other))"
    }
    func more(_ field: String, _ one: [String], _ other: [String]) -> String? {
      let new = other.filter { !one.contains($0) }
      return new.isEmpty ? nil : "\(field) + \(new.map { shown($0) }.joined(separator: ", "))"
    }
    return [
      change("name", before.name, after.name), change("headline", before.headline, after.headline),
      change("organisation", before.organisation, after.organisation),
      change("place", before.place?.locality, after.place?.locality),
      change("notes", before.notes, after.notes),
      more("languages", before.languages, after.languages), more("emails", before.emails, after.emails),
      more("phones", before.phones, after.phones), more("urls", before.urls, after.urls),
    ].compactMap { $0 }
  }

  private static func changes(from before: [Listing], to after: [Listing]) -> [String] {
    let known = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0) })
    let ids = Set(after.map(\.id))
    return after.filter { known[$0.id] != $0 }.map {
      "\(known[$0.id] == nil ? "+" : "~") \($0.kind.rawValue) \(shown($0.text))"
    } + before.filter { !ids.contains($0.id) }.map { "- \($0.kind.rawValue) \(shown($0.text))" }
  }

  private static func shown(_ text: String?) -> String { text.map { "'\($0.shortened(to: 60))'" } ?? "none" }
}
