public import Matchmaking

extension Network {
  /// The network with two records of one person made one: what is known of the other goes to the one that stays, whose
  /// own words win where both have some, unless the host typed the other's.
  ///
  /// The other's identifier becomes an alias, so that a file that names it finds the contact.
  ///
  /// - Parameters:
  ///   - other: the contact that goes.
  ///   - kept: the contact that stays.
  /// - Throws: a ``NetworkError`` if one of them is not in the network, or if they are one contact.
  /// - Complexity: O(n log n) for n parts of the network.
  public func merging(_ other: Contact.ID, into kept: Contact.ID) throws(NetworkError) -> Network {
    guard let one = contact(kept) else { throw .unknownContact(kept, by: "a merge") }
    guard let two = contact(other) else { throw .unknownContact(other, by: "a merge") }
    guard kept != other else { throw .invalid("'\(kept)' can't be merged with itself") }
    func renamed(_ id: Contact.ID) -> Contact.ID { id == other ? kept : id }

    let merged = Self.merged(one, two)
    let contacts = contacts.filter { $0.id != other }.map { contact in
      var contact = contact.id == kept ? merged : contact
      contact.sponsor = contact.sponsor.map(renamed)
      if contact.sponsor == contact.id { contact.sponsor = nil }
      if case .these(let ids) = contact.doNotIntroduce {
        contact.doNotIntroduce = .these(Set(ids.map(renamed)))
      }
      return contact
    }
    let (listings, names) = Self.listings(listings, of: other, goingTo: kept)
    return try with(
      contacts: contacts, listings: Implications.applied(to: listings, of: merged),
      ties: Self.ties(ties, renamed),
      groups: groups.map { group in
        var seen: Set<Contact.ID> = []
        return Group(
          name: group.name, members: group.members.map(renamed).filter { seen.insert($0).inserted })
      },
      interactions: interactions.compactMap { interaction in
        let (first, second) = (renamed(interaction.first), renamed(interaction.second))
        guard first != second else { return nil }
        return Interaction(
          first, second, day: interaction.day, kind: interaction.kind, from: interaction.from.map(renamed),
          note: interaction.note)
      },
      introductions: Self.introductions(introductions, renamed) { names[$0] ?? $0 },
      thanks: thanks.compactMap { thanks in
        let (from, to) = (renamed(thanks.from), renamed(thanks.to))
        return from == to ? nil : Thanks(from: from, to: to, day: thanks.day, favour: thanks.favour)
      },
      host: host.map(renamed))
  }

  private static func merged(_ kept: Contact, _ other: Contact) -> Contact {
    var merged = other
    // The other is as new as the one that stays: nothing of it is lost but what the latter says better.
    merged.join(kept)
    merged.id = kept.id
    func united(_ one: [String], _ two: [String]) -> [String] { one + two.filter { !one.contains($0) } }
    merged.languages = united(kept.languages, other.languages)
    merged.emails = united(kept.emails, other.emails)
    merged.phones = united(kept.phones, other.phones)
    merged.urls = united(kept.urls, other.urls)
    merged.aliases = kept.aliases + [other.id] + other.aliases
    if let one = kept.notes, let two = other.notes, one != two { merged.notes = one + "\n" + two }
    // Where both had words, the host has decided by merging: no file that still has the other's overwrites that.
    func settle<Value: Equatable>(_ field: FieldSources.Field, _ value: (Contact) -> Value?) {
      if let one = value(kept), let two = value(other), one != two {
        merged.sources[field] = FieldSources.host
      }
    }
    settle(.name) { $0.name.isEmpty ? nil : $0.name }
    settle(.headline, \.headline)
    settle(.organisation, \.organisation)
    settle(.place, \.place)
    settle(.notes, \.notes)
    settle(.capacity, \.capacity)
    settle(.lastContact, \.lastContact)
    return merged
  }

  /// The listings with the other's among those of the one that stays, and the new names of those that had to change
  /// theirs: a name is made of contact and text, so that an import finds the listing again.
  private static func listings(
    _ all: [Listing], of other: Contact.ID, goingTo kept: Contact.ID
  ) -> ([Listing], [Listing.ID: Listing.ID]) {
    var names: [Listing.ID: Listing.ID] = [:]
    var taken = Set(all.lazy.filter { $0.contact != other }.map(\.id))
    var listings = all.filter { $0.contact != other }
    for var listing in all where listing.contact == other {
      func derived(_ contact: Contact.ID) -> Listing.ID {
        DerivedIdentifier.listing(of: contact, kind: listing.kind, text: listing.text)
      }
      if listing.id == derived(other) { names[listing.id] = derived(kept) }
      listing.id = names[listing.id] ?? listing.id
      listing.contact = kept
      if taken.insert(listing.id).inserted {
        listings.append(listing)
      } else if let same = listings.firstIndex(where: { $0.id == listing.id }), listing.byHost,
        !listings[same].byHost
      {
        // What the host said of it goes before what a file did: that it is private, above all.
        listings[same] = listing
      }
    }
    // By whatever name: what one of the two kept to the host, the other doesn't show.
    func text(_ listing: Listing) -> [String] { [listing.kind.rawValue, FoldedText(listing.text).text] }
    let others = Dictionary(
      all.lazy.filter { $0.contact == kept || $0.contact == other }.map { (text($0), $0.visibility) },
      uniquingKeysWith: Self.narrower)
    for place in listings.indices where listings[place].contact == kept {
      listings[place].visibility = others[text(listings[place])] ?? listings[place].visibility
    }
    return (listings, names)
  }

  /// The one of two visibilities that fewer may see.
  private static func narrower(_ one: Listing.Visibility, _ other: Listing.Visibility) -> Listing.Visibility {
    let order = Listing.Visibility.allCases
    return (order.firstIndex(of: one) ?? 0) < (order.firstIndex(of: other) ?? 0) ? one : other
  }

  private static func ties(_ ties: [Tie], _ renamed: (Contact.ID) -> Contact.ID) -> [Tie] {
    var joined: [ContactPair: Tie] = [:]
    for tie in ties {
      let (first, second) = (renamed(tie.first), renamed(tie.second))
      guard first != second else { continue }
      var next = Tie(first, second, kind: tie.kind, since: tie.since, byHost: tie.byHost)
      let pair = ContactPair(first, second)
      if let known = joined[pair] {
        if known.byHost, !next.byHost { next.kind = known.kind }
        next.byHost = known.byHost || next.byHost
        next.since = [known.since, next.since].compactMap { $0 }.min()
      }
      joined[pair] = next
    }
    return Array(joined.values)
  }

  private static func introductions(
    _ all: [Introduction], _ renamed: (Contact.ID) -> Contact.ID, _ named: (Listing.ID) -> Listing.ID
  ) -> [Introduction] {
    var joined: [[String]: Introduction] = [:]
    func isOwn(_ one: Introduction) -> Bool {
      renamed(one.first) == one.first && renamed(one.second) == one.second
    }
    // Those of the contact that stays first: none of them may skip a step.
    for one in all.filter(isOwn) + all.filter({ !isOwn($0) }) {
      let (first, second) = (renamed(one.first), renamed(one.second))
      guard first != second else { continue }
      let next = Introduction(
        first, second, state: one.state, day: one.day, since: one.since,
        subject: one.subject.map {
          Introduction.Subject(need: named($0.need), offer: named($0.offer), relevance: $0.relevance)
        }, asked: one.asked.map(renamed), declinedBy: one.declinedBy.map(renamed), reason: one.reason)
      let key = [next.first.rawValue, next.second.rawValue, next.since.description]
      if let known = joined[key], !known.state.leads(to: next.state) { continue }
      joined[key] = next
    }
    return Array(joined.values)
  }
}
