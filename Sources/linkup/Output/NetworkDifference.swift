import Matchmaking

/// What differs between two networks, a line for each contact, tie, group, introduction and word of thanks that changes.
struct NetworkDifference {
  /// `+` for what comes, `~` for what changes, `-` for what goes.
  let lines: [String]

  init(from before: Network, to after: Network) {
    let listingsBefore = Dictionary(grouping: before.listings, by: \.contact)
    let listingsAfter = Dictionary(grouping: after.listings, by: \.contact)
    var lines: [String] = []
    for contact in after.contacts {
      let known = before.contact(contact.id)
      var parts = known.map { Self.changes(from: $0, to: contact, in: after) } ?? []
      parts += Self.changes(
        from: listingsBefore[contact.id] ?? [], to: listingsAfter[contact.id] ?? [])
      if known == nil || !parts.isEmpty {
        let name = "\(contact.name.shortened(to: 60)) (\(contact.id.rawValue.terminalSafe))"
        lines.append(
          "\(known == nil ? "+" : "~") \(name)\(parts.isEmpty ? "" : ": " + parts.joined(separator: "; "))")
      }
    }
    func both(_ one: Contact.ID, _ other: Contact.ID) -> String {
      "\(after.name(of: one).shortened(to: 60)) and \(after.name(of: other).shortened(to: 60))"
    }
    let ties = Dictionary(uniqueKeysWithValues: before.ties.map { ([$0.first, $0.second], $0) })
    for tie in after.ties where ties[[tie.first, tie.second]] != tie {
      let sign = ties[[tie.first, tie.second]] == nil ? "+" : "~"
      let since = tie.since.map { " since \($0)" } ?? ""
      lines.append("\(sign) tie: \(both(tie.first, tie.second)), \(tie.kind.rawValue)\(since)")
    }
    let groups = Dictionary(uniqueKeysWithValues: before.groups.map { ($0.name, $0.members.count) })
    for group in after.groups where group.members.count != groups[group.name] ?? 0 {
      lines.append(
        "+ group \(group.name.shortened(to: 60)): \(group.members.count - (groups[group.name] ?? 0)) more")
    }
    let more = after.interactions.count - before.interactions.count
    if more > 0 { lines.append("+ \(more) interactions") }
    let introductions = Set(before.introductions)
    for introduction in after.introductions where !introductions.contains(introduction) {
      let pair = both(introduction.first, introduction.second)
      lines.append("~ introduction: \(pair), \(introduction.state.description)")
    }
    let thanks = Set(before.thanks)
    for new in after.thanks where !thanks.contains(new) {
      lines.append("+ thanks: \(both(new.from, new.to)), \(new.day)")
    }
    if let host = after.host, host != before.host {
      lines.append("~ the host is \(after.name(of: host).terminalSafe)")
    }
    self.lines = lines
  }

  private static func changes(
    from before: Contact, to after: Contact, in network: Network
  ) -> [String] {
    guard before != after else { return [] }
    func change(_ field: String, _ one: String?, _ other: String?) -> String? {
      one == other ? nil : "\(field) \(shown(one)) → \(shown(other))"
    }
    func more(_ field: String, _ one: [String], _ other: [String]) -> String? {
      let new = other.filter { !one.contains($0) }
      return new.isEmpty ? nil : "\(field) + \(new.map { shown($0) }.joined(separator: ", "))"
    }
    let unknown = Set(before.unknownFields.keys).union(after.unknownFields.keys).sorted()
    let parts =
      [
        change("name", before.name, after.name), change("headline", before.headline, after.headline),
        change("organisation", before.organisation, after.organisation),
        change("place", before.place.map(text), after.place.map(text)),
        change("notes", before.notes, after.notes),
        more("languages", before.languages, after.languages), more("emails", before.emails, after.emails),
        more("phones", before.phones, after.phones), more("urls", before.urls, after.urls),
        change("sponsor", before.sponsor.map(network.name), after.sponsor.map(network.name)),
        change("capacity", before.capacity.map(String.init), after.capacity.map(String.init)),
        change("last contact", before.lastContact?.description, after.lastContact?.description),
        change(
          "not to be introduced to", text(before.doNotIntroduce, network), text(after.doNotIntroduce, network)
        ),
        more("other ids", before.aliases.map(\.rawValue), after.aliases.map(\.rawValue)),
      ].compactMap { $0 }
      + unknown.compactMap { change($0.terminalSafe, before.unknownFields[$0], after.unknownFields[$0]) }
    return parts.isEmpty ? ["what gave its fields"] : parts
  }

  private static func text(_ place: Place) -> String {
    let degrees = [place.latitude, place.longitude].compactMap { $0.map { "\($0)" } }
    return ([place.locality, place.region, place.country].compactMap { $0 } + degrees).joined(separator: ", ")
  }

  private static func text(_ barrier: Contact.Barrier, _ network: Network) -> String? {
    switch barrier {
    case .none: nil
    case .these(let others): others.sorted().map(network.name).joined(separator: ", ")
    case .everybody: "anybody"
    }
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
