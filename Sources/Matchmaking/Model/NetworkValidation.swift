internal import Retrieval

extension Network {
  /// Checks every part by itself and every reference between parts.
  func validate() throws(NetworkError) {
    // By index: whole contacts and listings would be copied else, some hundred thousand times.
    for index in contacts.indices.dropFirst() where contacts[index - 1].id == contacts[index].id {
      throw .duplicateContact(contacts[index].id)
    }
    for index in listings.indices.dropFirst() where listings[index - 1].id == listings[index].id {
      throw .duplicateListing(listings[index].id)
    }
    for (one, next) in zip(ties, ties.dropFirst()) where one.first == next.first && one.second == next.second
    {
      throw .duplicate("the tie between '\(one.first)' and '\(one.second)'")
    }
    for (one, next) in zip(groups, groups.dropFirst()) where one.name == next.name {
      throw .duplicate("the group '\(one.name)'")
    }
    for (one, next) in zip(introductions, introductions.dropFirst())
    where (one.first, one.second, one.since) == (next.first, next.second, next.since) {
      throw .duplicate("the introduction of '\(one.first)' and '\(one.second)' on \(one.since)")
    }

    // Contacts take about as long as all else.
    var results = [Result<Void, NetworkError>](repeating: .success(()), count: 2)
    results.withUnsafeMutableBufferPointer { buffer in
      // Each thread writes the one result of its number.
      nonisolated(unsafe) let results = buffer
      Threads.run(2) { part in
        results[part] = Result { () throws(NetworkError) in
          try part == 0 ? validateContacts() : validateOthers()
        }
      }
    }
    for result in results { try result.get() }
  }

  private func validateContacts() throws(NetworkError) {
    var finder = ContactFinder(contacts)
    func check(_ id: Contact.ID, by what: @autoclosure () -> String) throws(NetworkError) {
      guard finder.has(id) else { throw .unknownContact(id, by: what()) }
    }
    var aliases: Set<Contact.ID> = []
    for index in contacts.indices {
      try contacts[index].validate()
      if contacts[index].namesNobody { continue }
      let contact = contacts[index]
      for alias in contact.aliases {
        guard !finder.has(alias), aliases.insert(alias).inserted else {
          throw .invalid("the alias '\(alias)' of '\(contact.id)' names another contact too")
        }
      }
      if let sponsor = contact.sponsor { try check(sponsor, by: "the sponsor of '\(contact.id)'") }
      if case .these(let others) = contact.doNotIntroduce {
        for other in others.sorted() { try check(other, by: "doNotIntroduce of '\(contact.id)'") }
      }
    }
  }

  /// Checks the other parts, and their references to contacts.
  private func validateOthers() throws(NetworkError) {
    // Of two contacts that a part names, each is mostly the one before or the next one.
    var (ones, others) = (ContactFinder(contacts), ContactFinder(contacts))
    func check(_ id: Contact.ID, by what: @autoclosure () -> String) throws(NetworkError) {
      guard others.has(id) else { throw .unknownContact(id, by: what()) }
    }
    func check(_ one: Contact.ID, _ other: Contact.ID, by what: String) throws(NetworkError) {
      guard one != other else { throw .invalid("\(what) joins '\(one)' with itself") }
      guard ones.has(one) else { throw .unknownContact(one, by: what) }
      try check(other, by: what)
    }

    for index in listings.indices {
      try listings[index].validate()
      try check(listings[index].contact, by: "the listing '\(listings[index].id)'")
    }
    for tie in ties { try check(tie.first, tie.second, by: "a tie") }
    for group in groups {
      guard group.name.contains(where: { !$0.isWhitespace }) else { throw .invalid("a group has no name") }
      for member in group.members { try check(member, by: "the group '\(group.name)'") }
    }
    for interaction in interactions {
      try check(interaction.first, interaction.second, by: "an interaction of \(interaction.day)")
      if let from = interaction.from, from != interaction.first, from != interaction.second {
        throw .invalid("an interaction of \(interaction.day) is from '\(from)', who is none of the two")
      }
    }
    for introduction in introductions {
      try check(introduction.first, introduction.second, by: "an introduction of \(introduction.day)")
      try introduction.validate()
    }
    for thanks in thanks { try check(thanks.from, thanks.to, by: "thanks of \(thanks.day)") }
    if let host { try check(host, by: "the host") }
  }
}

extension Contact {
  /// Checks what concerns this contact alone.
  package func validate() throws(NetworkError) {
    guard id.rawValue.isUsableIdentifier else {
      throw .invalid("'\(id)' is no id: it must not be empty or hold control characters")
    }
    for alias in aliases where !alias.rawValue.isUsableIdentifier {
      throw .invalid("an alias of '\(id)' is no id: it must not be empty or hold control characters")
    }
    guard !name.utf8.contains(0) else { throw .invalid("the name of '\(id)' holds a NUL byte") }
    if let capacity, capacity < 0 {
      throw .invalid("the capacity of '\(id)' is \(capacity); it must be 0 or more")
    }
    if let place { try place.validate(of: id) }
  }
}

extension Contact {
  /// Whether it has no other name for itself and none of another contact.
  fileprivate var namesNobody: Bool { aliases.isEmpty && sponsor == nil && doNotIntroduce == .none }
}

extension Place {
  fileprivate func validate(of id: Contact.ID) throws(NetworkError) {
    guard (latitude == nil) == (longitude == nil) else {
      throw .invalid("the place of '\(id)' has one of latitude and longitude; it needs both or none")
    }
    if let latitude, !(-90...90).contains(latitude) {
      throw .invalid("the latitude of '\(id)' is \(latitude); it must be -90…90")
    }
    if let longitude, !(-180...180).contains(longitude) {
      throw .invalid("the longitude of '\(id)' is \(longitude); it must be -180…180")
    }
  }
}

extension Listing {
  /// Checks what concerns this listing alone.
  package func validate() throws(NetworkError) {
    guard id.rawValue.isUsableIdentifier else {
      throw .invalid("'\(id)' is no id: it must not be empty or hold control characters")
    }
    guard text.contains(where: { !$0.isWhitespace }) else { throw .invalid("the text of '\(id)' is empty") }
    guard !text.utf8.contains(0) else { throw .invalid("the text of '\(id)' holds a NUL byte") }
    if let evidence, evidence.utf8.contains(0) {
      throw .invalid("the evidence of '\(id)' holds a NUL byte")
    }
    if let since, let until, since > until {
      throw .invalid("'\(id)' stands since \(since), after its last day \(until)")
    }
  }
}

extension String {
  /// Not empty, and free of control characters.
  fileprivate var isUsableIdentifier: Bool {
    !isEmpty && utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
