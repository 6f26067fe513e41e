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
      var parts = Self.changes(
        from: known ?? Contact(id: contact.id, name: contact.name, sources: contact.sources), to: contact,
        in: after)
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
    let groups = Dictionary(uniqueKeysWithValues: before.groups.map { ($0.name, Set($0.members)) })
    for group in after.groups {
      let new = group.members.filter { groups[group.name]?.contains($0) != true }
      if new.isEmpty { continue }
      let names = new.prefix(10).map { after.name(of: $0).shortened(to: 60) }
      let more = new.count > names.count ? " and \(new.count - names.count) more" : ""
      lines.append("+ group \(group.name.shortened(to: 60)): \(names.joined(separator: ", "))\(more)")
    }
    var interactions: [[Contact.ID]: Int] = [:]
    for interaction in after.interactions {
      interactions[[interaction.first, interaction.second], default: 0] += 1
    }
    for interaction in before.interactions {
      interactions[[interaction.first, interaction.second], default: 0] -= 1
    }
    for (pair, count) in interactions.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) where count > 0
    {
      lines.append("+ \(count) \(count == 1 ? "interaction" : "interactions"): \(both(pair[0], pair[1]))")
    }
    let introductions = Set(before.introductions)
    for introduction in after.introductions where !introductions.contains(introduction) {
      let pair = both(introduction.first, introduction.second)
      let reason = introduction.reason.map { ": \(Self.shown($0))" } ?? ""
      lines.append("~ introduction: \(pair), \(introduction.state.description)\(reason)")
    }
    let thanks = Set(before.thanks)
    for new in after.thanks where !thanks.contains(new) {
      let favour = new.favour.map { ": \(Self.shown($0))" } ?? ""
      lines.append("+ thanks: \(both(new.from, new.to)), \(new.day)\(favour)")
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
    return after.filter { known[$0.id] != $0 }.map { listing in
      let old = known[listing.id]
      let changes = [
        change(\.visibility.rawValue, from: old, to: listing),
        change(\.state.rawValue, from: old, to: listing),
        change(\.urgency.rawValue, from: old, to: listing), change(\.basis.rawValue, from: old, to: listing),
      ].compactMap { $0 }
      let aside = changes.isEmpty ? "" : " (\(changes.joined(separator: ", ")))"
      return "\(old == nil ? "+" : "~") \(listing.kind.rawValue) \(shown(listing.text))\(aside)"
    } + before.filter { !ids.contains($0.id) }.map { "- \($0.kind.rawValue) \(shown($0.text))" }
  }

  /// What a part of a listing was and is; nil where it is as it was, or as that of most new ones is.
  private static func change(
    _ part: (Listing) -> String, from old: Listing?, to new: Listing
  ) -> String? {
    let plain = Listing(id: new.id, contact: new.contact, kind: new.kind, text: new.text)
    let (one, two) = (part(old ?? plain), part(new))
    return one == two ? nil : old == nil ? two : "\(one) → \(two)"
  }

  private static func shown(_ text: String?) -> String { text.map { "'\($0.shortened(to: 60))'" } ?? "none" }
}
