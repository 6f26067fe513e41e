internal import Matchmaking

/// Joins the records of one file into a network and counts what became of each.
struct Joining {
  private let existing: Network
  private var roster: Roster
  private var listings: [Listing.ID: Listing] = [:]
  private var connections: Connections
  private var host: Contact.ID?
  /// The host of the file, whom its records mean where they name no other contact.
  private var fileHost: Contact.ID?
  private var touched: [Int] = []
  private var isTouched: Set<Int> = []
  private var changedListings: [(position: Int, id: Listing.ID)] = []
  private(set) var summary: Import.Summary

  /// The network with the records joined in, and the summary that was begun when they were read.
  static func join(
    _ records: [ContactRecord], into existing: Network, summary: Import.Summary
  ) -> (Network, Import.Summary) {
    var joining = Joining(existing, records, summary)
    // Who gives an identifier comes first: see Roster.
    // Who only adds to others comes last.
    let order = [(true, false), (false, false), (true, true), (false, true)].flatMap { hasID, joinsOnly in
      records.indices.filter { records[$0].hasID == hasID && records[$0].joinsOnly == joinsOnly }
    }
    var positions = [Int?](repeating: nil, count: records.count)
    for index in order { positions[index] = joining.add(records[index]) }
    for (record, position) in zip(records, positions) {
      if let position { joining.resolve(record, at: position) }
    }
    return joining.finish()
  }

  private init(_ existing: Network, _ records: [ContactRecord], _ summary: Import.Summary) {
    self.existing = existing
    self.summary = summary
    roster = Roster(existing.contacts, named: Set(records.lazy.filter(\.hasID).map(\.contact.id)))
    connections = Connections(existing)
    host = existing.host
    listings.reserveCapacity(existing.listings.count)
    for listing in existing.listings { listings[listing.id] = listing }
  }

  private mutating func add(_ record: ContactRecord) -> Int? {
    let position: Int
    do throws(RecordProblem) {
      guard
        let known = try roster.join(record.contact, hasID: record.hasID, joinsOnly: record.joinsOnly)
      else {
        summary.strangers += 1
        return nil
      }
      position = known
    } catch {
      summary.skip(line: record.line, error)
      return nil
    }
    if isTouched.insert(position).inserted { touched.append(position) } else { summary.merged += 1 }
    let contact = roster.contacts[position].id
    if record.isHost { setHost(contact, line: record.line) }
    for listing in record.listings { add(listing, of: contact, at: position, line: record.line) }
    for group in record.groups where !group.isBlank {
      connections.add(contact, toGroup: group, by: position)
    }
    return position
  }

  private mutating func add(_ record: ListingRecord, of contact: Contact.ID, at position: Int, line: Int) {
    let id = record.id ?? DerivedIdentifier.listing(of: contact, kind: record.kind, text: record.text)
    let known = listings[id]
    if let known, known.contact != contact || known.kind != record.kind {
      let holder = "a listing of \(RecordProblem.shown(known.contact.rawValue)) (\(known.kind.rawValue))"
      summary.drop(line: line, "\(record.field).id: \(RecordProblem.shown(id.rawValue)) is \(holder) already")
      return
    }
    let listing = record.joined(to: known, of: contact, id: id)
    do { try listing.validate() } catch {
      summary.drop(line: line, "\(record.field): \(error)")
      return
    }
    listings[id] = listing
    changedListings.append((position, id))
  }

  private mutating func setHost(_ contact: Contact.ID, line: Int) {
    if let known = fileHost, known != contact {
      summary.drop(line: line, "host: the file names \(RecordProblem.shown(known.rawValue)) as host already")
      return
    }
    fileHost = contact
    if let host, host != contact {
      summary.drop(line: line, "host: the network's host is \(RecordProblem.shown(host.rawValue)) already")
      return
    }
    host = contact
  }

  /// Ties a record to the other contacts it names, now that all of them are known.
  private mutating func resolve(_ record: ContactRecord, at position: Int) {
    var tally = Connections.Tally()
    for reference in record.references {
      do throws(RecordProblem) {
        try resolve(reference, at: position, &tally)
      } catch {
        summary.drop(line: record.line, "\(reference.field): \(error.reason)")
      }
    }
    connections.add(tally, by: position)
  }

  private mutating func resolve(
    _ reference: Reference, at position: Int, _ tally: inout Connections.Tally
  ) throws(RecordProblem) {
    let contact = roster.contacts[position].id
    let other = try known(reference.target)
    if other == contact {
      switch reference.meaning {
      case .barrier: break
      // A file may well list its own host.
      case .connection: return
      default: throw RecordProblem(reason: "names the contact itself")
      }
    }
    switch reference.meaning {
    case .tie(let kind, let since): connections.add(tie: kind, since: since, contact, other, by: position)
    case .connection(let since): connections.add(connectionSince: since, contact, other, by: position)
    case .sponsor: roster.update(position) { $0.sponsor = other }
    case .barrier: roster.update(position) { $0.doNotIntroduce.join(.these([other])) }
    case .interaction(let kind, let day, let side, let note):
      let from = side.map { $0 == .this ? contact : other }
      let interaction = Interaction(contact, other, day: day, kind: kind, from: from, note: note)
      tally.interactions[interaction, default: 0] += 1
    case .introduction(let said):
      let decliner = try said.declinedBy.map { id throws(RecordProblem) in try known(id) }
      let asked = try said.asked.map { id throws(RecordProblem) in try known(id) }
      guard (said.state == .declined) == (decliner == contact || decliner == other) else {
        throw RecordProblem(reason: "is declined by one of the two contacts, and only then has a 'by'")
      }
      let introduction = Introduction(
        contact, other, state: said.state, day: said.day, since: said.since, subject: said.subject,
        asked: asked, declinedBy: decliner, reason: said.reason)
      do { try introduction.validate() } catch { throw RecordProblem(reason: "\(error)") }
      connections.add(introduction, by: position)
    case .thanks(let day, let favour):
      connections.add(Thanks(from: contact, to: other, day: day, favour: favour), by: position)
    }
  }

  private func known(_ target: Contact.ID?) throws(RecordProblem) -> Contact.ID {
    guard let target = target ?? fileHost ?? host else {
      throw RecordProblem(reason: "names nobody, which means the host, but there is no host")
    }
    guard let position = roster.position(of: target) else {
      throw RecordProblem(reason: "there is no contact \(RecordProblem.shown(target.rawValue)); left out")
    }
    return roster.contacts[position].id
  }

  /// Reads again what the contacts of the file imply, now that all that it says of them is known.
  private mutating func imply() {
    var known: [Contact.ID: [Listing]] = [:]
    let ids = Set(touched.map { roster.contacts[$0].id })
    for listing in listings.values where ids.contains(listing.contact) {
      known[listing.contact, default: []].append(listing)
    }
    for position in touched {
      let contact = roster.contacts[position]
      let implications = Implications(of: contact, knowing: known[contact.id, default: []])
      for id in implications.lapsed {
        listings[id] = nil
        changedListings.append((position, id))
      }
      for listing in implications.new where listings[listing.id] == nil {
        listings[listing.id] = listing
        changedListings.append((position, listing.id))
      }
    }
  }

  private mutating func finish() -> (Network, Import.Summary) {
    imply()
    var news = connections.positionsOfNews()
    for (position, id) in changedListings where listings[id] != existing.listing(id) { news.insert(position) }
    if host != existing.host, let host, let position = roster.position(of: host) { news.insert(position) }
    for position in touched {
      if position >= existing.contacts.count {
        summary.added += 1
      } else if news.contains(position) || roster.contacts[position] != existing.contacts[position] {
        summary.updated += 1
      } else {
        summary.unchanged += 1
      }
    }
    summary.sortReports()
    var changed: Set<Listing.ID> = []
    for (_, id) in changedListings { changed.insert(id) }
    summary.listingsAdded = changed.count { listings[$0] != nil && existing.listing($0) == nil }
    do {
      let all = Array(listings.values)
      return (try connections.network(roster.contacts, all, host: host), summary)
    } catch {
      preconditionFailure("records that were each checked make no network: \(error)")
    }
  }
}
