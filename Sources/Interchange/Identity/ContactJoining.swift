package import Matchmaking

extension Contact {
  /// Takes over what another record says of the same contact: texts and numbers that are not empty replace,
  /// lists unite in order, nothing is deleted. The identifier stays.
  package mutating func join(_ other: Contact) {
    if !other.name.isBlank { name = other.name }
    headline.replace(with: other.headline)
    organisation.replace(with: other.organisation)
    notes.replace(with: other.notes)
    if let newer = other.place {
      var joined = place ?? Place()
      joined.join(newer)
      if place != nil || joined != Place() { place = joined }
    }
    languages.unite(with: other.languages)
    emails.unite(with: other.emails)
    phones.unite(with: other.phones)
    urls.unite(with: other.urls)
    sponsor = other.sponsor ?? sponsor
    capacity = other.capacity ?? capacity
    lastContact = other.lastContact ?? lastContact
    doNotIntroduce.join(other.doNotIntroduce)
    unknownFields.merge(other.unknownFields) { _, newer in newer }
  }
}

extension Place {
  fileprivate mutating func join(_ other: Place) {
    locality.replace(with: other.locality)
    region.replace(with: other.region)
    country.replace(with: other.country)
    if other.latitude != nil { (latitude, longitude) = (other.latitude, other.longitude) }
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
  fileprivate mutating func replace(with newer: String?) {
    if let newer, !newer.isBlank { self = newer }
  }
}

extension [String] {
  fileprivate mutating func unite(with others: [String]) {
    for other in others where !contains(other) { append(other) }
  }
}

extension String {
  /// Whether there is nothing but white space.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
