internal import Matchmaking

/// Joins the records of files into a network and counts what became of each.
struct Joining {
  private let existing: Network
  var roster: Roster
  private var listings: ListingRoster
  /// How many listings there were before the file that is read.
  private var listingsBefore = 0
  var connections: Connections
  var host: Contact.ID?
  /// The hosts of the files, whom their records mean where they name no other contact.
  var fileHosts: [Contact.ID?] = []
  /// Whether a record said that somebody else is the host: what follows about the host is about that one.
  private var isOfAnotherHost = false
  var files: [Import.Summary] = []
  /// Who was named, in order, each with the file that named it first.
  private var touched: [(position: Int, file: Int)] = []
  /// By position; as long as the last that was touched.
  private var isTouched: [Bool] = []
  /// Whose listings were named, with their places in the roster of listings and the file that named them first.
  private var changedListings: [(position: Int, place: Int, file: Int)] = []
  /// What records say of other contacts, who may come in a later file.
  var unresolved: [Unresolved] = []
  var strangers: Set<ContactPair> = []
  /// When contacts were connected with the host, by what the files before this one say, once that is asked for.
  private var connectionDays: [Int: Day]?

  struct Unresolved {
    let line: Int
    let position: Int
    let file: Int
    let references: [Reference]
  }

  private static func connectionDays(in records: [Unresolved]) -> [Int: Day] {
    var days: [Int: Day] = [:]
    for record in records {
      for case .connection(let day) in record.references.map(\.meaning) { days[record.position] = day }
    }
    return days
  }

  /// Begins with the network that was there before.
  init(_ existing: Network) {
    self.existing = existing
    roster = Roster(existing.contacts)
    connections = Connections(existing)
    host = existing.host
    listings = ListingRoster(existing.listings)
  }

  /// The host as far as it is known by now.
  var knownHost: Contact? { host.flatMap(roster.position).map { roster.contacts[$0] } }

  /// Whose LinkedIn archive it is that is being read, as far as that is known: not the host's if its profile says so.
  var archiveHost: Contact? { isOfAnotherHost ? nil : knownHost }

  /// Joins the records of a file in, and goes on with the summary that was begun when they were read.
  mutating func add(_ read: consuming [ContactRecord], _ summary: Import.Summary) {
    var records = read
    files.append(summary)
    fileHosts.append(nil)
    connectionDays = nil
    listingsBefore = listings.listings.count
    roster.announce(records, from: summary.file)
    roster.reserve(records.count)
    // Who gives an identifier comes first: see Roster. Who only adds to others comes last. Who is recognised by name alone
    // waits until all are known who may bear it, as they are when the file is imported again.
    let groups = [(true, false), (false, false), (true, true), (false, true)].map { hasID, joinsOnly in
      records.indices.filter { records[$0].hasID == hasID && records[$0].joinsOnly == joinsOnly }
    }
    for group in groups {
      // What the host says without naming himself is settled when it is known who that is.
      let identities = records.withUnsafeMutableBufferPointer { records in
        Parallel.map(group.count) { range in
          group[range].map {
            records[$0].isOfNamelessHost ? nil : RecordIdentity.result(settling: &records[$0])
          }
        }
      }
      var waiting: [(index: Int, identity: Result<RecordIdentity, RecordProblem>)] = []
      for (index, identity) in zip(group, identities.joined()) {
        guard let identity else {
          if nameHost(&records[index]) {
            let identity = RecordIdentity.result(settling: &records[index])
            add(&records[index], identity)
          }
          continue
        }
        if records[index].fillsOnly, identity.hasNameAlone {
          waiting.append((index, identity))
        } else {
          add(&records[index], identity)
        }
      }
      for (index, identity) in waiting { add(&records[index], identity) }
    }
  }

  /// Says that a record names the contact at a position; false if one has done so before.
  private mutating func touch(_ position: Int) -> Bool {
    while isTouched.count <= position { isTouched.append(false) }
    defer { isTouched[position] = true }
    return !isTouched[position]
  }

  private var file: Int { files.count - 1 }

  private mutating func add(
    _ record: inout ContactRecord, _ identity: Result<RecordIdentity, RecordProblem>
  ) {
    let position: Int
    switch identity {
    case .failure(let problem):
      files[file].skip(line: record.line, problem)
      return
    case .success(let identity):
      guard
        let known = roster.join(
          &record, identity, from: files[file].file,
          since: { position, contact in
            if connectionDays == nil { connectionDays = Self.connectionDays(in: unresolved) }
            return connectionDays?[position] ?? host.flatMap { connections.since($0, contact) }
          })
      else {
        files[file].strangers += 1
        return
      }
      position = known
    }
    if touch(position) {
      touched.append((position, file))
    } else {
      files[file].merged += 1
    }
    if let skills = Skills.field(of: roster.contacts[position], adding: record.skills) {
      roster.update(position) { $0.unknownFields["skills"] = skills }
    }
    if let text = record.recommendation {
      roster.update(position) { Recommendation.keep(text, with: &$0) }
    }
    let contact = roster.contacts[position].id
    if record.isHost { setHost(contact, line: record.line) }
    for listing in record.listings { add(listing, of: contact, at: position, line: record.line) }
    for group in record.groups
    where !group.isBlank && !roster.contacts[position].denies(.membership(group)) {
      connections.add(contact, toGroup: group, by: position)
    }
    if !record.references.isEmpty {
      unresolved.append(
        Unresolved(line: record.line, position: position, file: file, references: record.references))
    }
  }

  /// Gives a record of the host, which names no identifier, the host's own; false if it is about somebody else.
  private mutating func nameHost(_ record: inout ContactRecord) -> Bool {
    let name = record.contact.name
    if let known = knownHost, !name.isBlank, !known.name.isBlank {
      // A host called by one word, such as Me, may be anybody; a relative has one of the words.
      let isOneWord = known.name.folded.split(separator: " ").count == 1
      isOfAnotherHost = !isOneWord && PersonName(known.name).text != PersonName(name).text
    }
    guard let host, !isOfAnotherHost else {
      if host == nil, !name.isBlank { return true }
      files[file].skip(
        line: record.line,
        RecordProblem(
          reason: host == nil
            ? "says nothing of whom: import Profile.csv of the same archive with it, or name the host first: "
              + "linkup add \"Your Name\" --host"
            : "is about \(name.isBlank ? "another host" : RecordProblem.shown(name)), but the network's host is "
              + RecordProblem.shown(knownHost?.name ?? "")))
      return false
    }
    record.contact.id = host
    // The host may have typed the name otherwise.
    record.contact.name = ""
    return true
  }

  private mutating func add(_ record: ListingRecord, of contact: Contact.ID, at position: Int, line: Int) {
    let derived = listings.id(of: contact, kind: record.kind, text: record.text)
    // What the host has said of a text holds, whatever a file calls it; what another file kept to the host, this one does too.
    let isNew = record.id.map { listings[$0] == nil } ?? false
    let same = isNew && listings.isKnown(derived, before: listingsBefore) ? listings[derived] : nil
    let id = same?.byHost == true ? derived : record.id ?? derived
    let known = listings[id]
    if let known, known.contact != contact || known.kind != record.kind {
      let holder = "a listing of \(RecordProblem.shown(known.contact.rawValue)) (\(known.kind.rawValue))"
      files[file].drop(
        line: line, "\(record.field).id: \(RecordProblem.shown(id.rawValue)) is \(holder) already")
      return
    }
    var listing = record.joined(to: known, of: contact, id: id)
    if let known, known.byHost, listings.isKnown(id, before: existing.listings.count) { listing = known }
    if same?.visibility == .private, record.visibility == nil { listing.visibility = .private }
    do { try listing.validate() } catch {
      files[file].drop(line: line, "\(record.field): \(error)")
      return
    }
    changedListings.append((position, listings.put(listing), file))
  }

  private mutating func setHost(_ contact: Contact.ID, line: Int) {
    if let known = fileHosts[file], known != contact {
      files[file].drop(
        line: line, "host: the file names \(RecordProblem.shown(known.rawValue)) as host already")
      return
    }
    fileHosts[file] = contact
    if let host, host != contact {
      files[file].drop(
        line: line, "host: the network's host is \(RecordProblem.shown(host.rawValue)) already")
      return
    }
    host = contact
  }

  /// Reads again what the contacts of the file imply, now that all that it says of them is known.
  private mutating func imply() {
    var known: [Contact.ID: [Listing]] = [:]
    if !listings.listings.isEmpty {
      let ids = Set(touched.map { roster.contacts[$0.position].id })
      for case let listing? in listings.listings where ids.contains(listing.contact) {
        known[listing.contact, default: []].append(listing)
      }
    }
    listings.reserve(touched.count)
    let all = roster.contacts.withUnsafeBufferPointer { contacts in
      Parallel.map(touched.count) { range in
        touched[range].map { touched in
          Implications.of(
            contacts[touched.position],
            knowing: known.isEmpty ? [] : known[contacts[touched.position].id] ?? [])
        }
      }
    }
    for ((position, file), implications) in zip(touched, all.joined()) {
      for id in implications.lapsed {
        if let place = listings.remove(id) { changedListings.append((position, place, file)) }
      }
      for listing in implications.new.indices {
        if let place = listings.add(implications.new[listing]) {
          changedListings.append((position, place, file))
        }
      }
    }
  }

  /// The network with the records joined in, and what became of those of each file.
  mutating func finish() -> (Network, [Import.Summary]) {
    resolve()
    imply()
    var news = connections.positionsOfNews()
    var isCounted = [Bool](repeating: false, count: listings.listings.count)
    for (position, place, file) in changedListings where !isCounted[place] {
      isCounted[place] = true
      let (isChanged, isNew) = listings.news(at: place)
      if isChanged { news.insert(position) }
      if isNew { files[file].listingsAdded += 1 }
    }
    if host != existing.host, let host, let position = roster.position(of: host) { news.insert(position) }
    for (position, file) in touched {
      if position >= existing.contacts.count {
        files[file].added += 1
      } else if news.contains(position) || roster.contacts[position] != existing.contacts[position] {
        files[file].updated += 1
      } else {
        files[file].unchanged += 1
      }
    }
    for file in files.indices { files[file].sortReports() }
    do {
      return (
        try connections.network(roster.takeContacts(), listings.takeListings(), host: host), files
      )
    } catch {
      preconditionFailure("records that were each checked make no network: \(error)")
    }
  }
}
