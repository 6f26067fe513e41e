package import Matchmaking

extension Contact {
  /// Takes over what another record says of the same contact: texts and numbers that are not empty replace, unless
  /// the host typed what is there or the name says less than what is there; lists unite in order; nothing is deleted. The identifier stays.
  package mutating func join(_ other: Contact) {
    func isFree(_ field: FieldSources.Field) -> Bool {
      sources[field] != FieldSources.host || other.sources[field] == FieldSources.host
    }
    let before = self
    if name != other.name, !other.name.isBlank,
      name.isBlank || (isFree(.name) && !PersonName.isLess(other.name, than: name))
    {
      name = other.name
    }
    headline.replace(with: other.headline, ifFree: isFree(.headline))
    organisation.replace(with: other.organisation, ifFree: isFree(.organisation))
    notes.replace(with: other.notes, ifFree: isFree(.notes))
    if let newer = other.place {
      var joined = place ?? Place()
      // The parts of two towns make none.
      if joined.isElsewhere(than: newer) {
        if isFree(.place) { joined = newer }
      } else {
        joined.join(newer, ifFree: isFree(.place))
      }
      if place != nil || joined != Place() { place = joined }
    }
    if before.place?.country != place?.country {
      phones = phones.map { international($0, of: before.place?.country) }
    }
    languages.unite(with: other.languages)
    let country = place?.country
    emails.unite(with: other.emails, by: IdentityKey.mailbox)
    let others = other.phones.map {
      other.place?.country == country ? $0 : international($0, of: other.place?.country)
    }
    phones.unite(with: others) { PhoneNumber($0, country: country)?.text }
    urls.unite(with: other.urls, by: IdentityKey.address)
    aliases += other.aliases.filter { $0 != id && !aliases.contains($0) }
    if let newer = other.sponsor, sponsor == nil || isFree(.sponsor) { sponsor = newer }
    if let newer = other.capacity, capacity == nil || isFree(.capacity) { capacity = newer }
    if let newer = other.lastContact, lastContact == nil || isFree(.lastContact) { lastContact = newer }
    doNotIntroduce.join(other.doNotIntroduce)
    unknownFields.merge(other.unknownFields) { _, newer in newer }
    uniteDenials(of: before, and: other)
    noteSources(since: before, from: other)
  }

  /// A number as it is dialled from anywhere, if it was written as one dials it within a country: whoever moves to another keeps it.
  private func international(_ phone: String, of country: String?) -> String {
    guard let country, PhoneNumber(phone, country: nil) == nil else { return phone }
    return PhoneNumber(phone, country: country)?.text ?? phone
  }

  /// Leaves out identifiers that stand there twice.
  mutating func dropRepeatedAliases() {
    guard aliases.count > 1 else { return }
    var seen: Set<Contact.ID> = []
    aliases.removeAll { !seen.insert($0).inserted }
  }

  /// Leaves out addresses and numbers that stand there twice, in whatever spelling.
  mutating func dropRepeated() {
    guard emails.count > 1 || phones.count > 1 || urls.count > 1 else { return }
    let record = self
    (emails, phones, urls) = ([], [], [])
    join(Contact(id: id, name: "", emails: record.emails, phones: record.phones, urls: record.urls))
    sources = record.sources
  }

  /// Remembers whose record gave the fields that changed.
  private mutating func noteSources(since before: Contact, from other: Contact) {
    func isTyped(_ field: FieldSources.Field) -> Bool { before.sources[field] == FieldSources.host }
    func note(_ field: FieldSources.Field, _ isChanged: Bool) {
      // What the host typed stays his, whatever is added to it.
      guard isChanged, let source = other.sources[field], !(before.has(field) && isTyped(field)) else {
        return
      }
      sources[field] = source
    }
    note(.name, name != before.name)
    note(.headline, headline != before.headline)
    note(.organisation, organisation != before.organisation)
    note(.place, place != before.place)
    note(.languages, languages != before.languages)
    note(.emails, emails != before.emails)
    note(.phones, phones != before.phones)
    note(.urls, urls != before.urls)
    note(.sponsor, sponsor != before.sponsor)
    note(.capacity, capacity != before.capacity)
    note(.notes, notes != before.notes)
    note(.lastContact, lastContact != before.lastContact)
    note(.doNotIntroduce, doNotIntroduce != before.doNotIntroduce)
  }
}

extension Contact {
  /// Whether something is known in a field.
  fileprivate func has(_ field: FieldSources.Field) -> Bool {
    switch field {
    case .name: !name.isBlank
    case .headline: headline != nil
    case .organisation: organisation != nil
    case .place: place != nil
    case .languages: !languages.isEmpty
    case .emails: !emails.isEmpty
    case .phones: !phones.isEmpty
    case .urls: !urls.isEmpty
    case .sponsor: sponsor != nil
    case .capacity: capacity != nil
    case .notes: notes != nil
    case .lastContact: lastContact != nil
    case .doNotIntroduce: doNotIntroduce != .none
    }
  }
}

extension Place {
  /// Whether both name a town, and not the same.
  fileprivate func isElsewhere(than other: Place) -> Bool {
    guard let one = locality, let two = other.locality, !one.isBlank, !two.isBlank else { return false }
    return FoldedText(one).text != FoldedText(two).text
  }

  fileprivate mutating func join(_ other: Place, ifFree isFree: Bool) {
    locality.replace(with: other.locality, ifFree: isFree)
    region.replace(with: other.region, ifFree: isFree)
    country.replace(with: other.country, ifFree: isFree)
    if other.latitude != nil, latitude == nil || isFree {
      (latitude, longitude) = (other.latitude, other.longitude)
    }
  }
}

extension Contact.Barrier {
  /// The wider of two barriers.
  mutating func join(_ other: Contact.Barrier) {
    switch (self, other) {
    case (.everybody, _), (_, .none): break
    case (.none, .these(let others)) where others.isEmpty: break
    case (.these(let ours), .these(let others)): self = .these(ours.union(others))
    default: self = other
    }
  }
}

extension Optional<String> {
  fileprivate mutating func replace(with newer: String?, ifFree isFree: Bool) {
    if let newer, !newer.isBlank, isFree || self?.isBlank ?? true { self = newer }
  }
}

extension [String] {
  /// Adds those that aren't there yet, in another spelling either.
  ///
  /// - Parameter key: what all spellings of one have in common; nil for what is no such thing.
  fileprivate mutating func unite(with others: [String], by key: (String) -> String? = { _ in nil }) {
    if others.isEmpty { return }
    var texts = Set(self)
    var keys: Set<String>?
    for other in others where texts.insert(other).inserted {
      if keys == nil { keys = Set(compactMap(key)) }
      if let otherKey = key(other), keys?.insert(otherKey).inserted == false { continue }
      append(other)
    }
  }
}
