internal import Matchmaking

/// The cards of one file and by what they name one another: `UID`, web or mail address, or a name that one card alone has.
struct VCardDirectory {
  private var contacts: [(contact: VCardContact, isOwn: Bool)] = []
  private var positions: [String: Int] = [:]
  /// By folded name; nil for one that several have.
  private var bearers: [String: Int?] = [:]
  private var groups: [VCard] = []
  private var identifiers: [Int: Contact.ID] = [:]

  /// Takes a card in.
  mutating func add(_ card: VCard, _ summary: inout Import.Summary) {
    if card.kind == "group" {
      groups.append(card)
      return
    }
    summary.read += 1
    if let kind = ["location", "application", "device"].first(where: { $0 == card.kind }) {
      return summary.skip(line: card.line, RecordProblem(reason: "KIND: is a card of a \(kind), no contact"))
    }
    var contact = VCardContact(card, &summary)
    do throws(RecordProblem) {
      try contact.record.validate()
    } catch {
      return summary.skip(line: card.line, error)
    }
    let names = contact.uids + contact.record.contact.emails + contact.record.contact.urls
    for name in names where positions[Self.key(name)] == nil { positions[Self.key(name)] = contacts.count }
    let name = FoldedText(contact.record.contact.name).text
    bearers[name] = .some(bearers[name] == nil ? contacts.count : nil)
    contacts.append((contact, card.isOwn))
  }

  /// The records, with the ties and groups that the cards say of one another.
  mutating func records(_ summary: inout Import.Summary) -> [ContactRecord] {
    for card in groups { addMembers(of: card, &summary) }
    for position in contacts.indices {
      for relation in contacts[position].contact.relations { add(relation, of: position) }
    }
    return contacts.map(\.contact.finished)
  }

  private mutating func addMembers(of card: VCard, _ summary: inout Import.Summary) {
    guard let name = card.first("FN") ?? card.first("N"), !name.isEmpty else {
      return summary.drop(line: card.line, "FN: a group without a name; left out")
    }
    for line in card.lines where line.name == "MEMBER" || line.name == "X-ADDRESSBOOKSERVER-MEMBER" {
      guard let member = try? line.text(.rfc), let position = positions[Self.key(member)] else {
        summary.drop(line: line.line, "\(line.name): is the member of no card in the file; left out")
        continue
      }
      contacts[position].contact.record.groups.append(name)
    }
  }

  private mutating func add(_ relation: VCardRelation, of position: Int) {
    var reference = Reference(
      field: "RELATED", target: nil, meaning: .tie(kind: relation.kind, since: relation.since))
    if contacts[position].isOwn {
      reference.target = Contact.ID(relation.target)
    } else if let other = card(meantBy: relation.target), other != position, relation.kind != nil {
      reference.target = identifier(of: other)
    } else {
      // Somebody of another file, perhaps.
      contacts[position].contact.keep(relation)
      if relation.kind == nil { return }
      reference.called = relation.target
    }
    contacts[position].contact.record.references.append(reference)
  }

  /// The card that another one means by a text.
  private func card(meantBy target: String) -> Int? {
    positions[Self.key(target)] ?? bearers[FoldedText(target).text] ?? nil
  }

  /// The identifier that the contact of a card will have, if it is new.
  private mutating func identifier(of position: Int) -> Contact.ID {
    let record = contacts[position].contact.finished
    if record.hasID { return record.contact.id }
    if let known = identifiers[position] { return known }
    let derived = DerivedIdentifier.contact(record.contact)
    identifiers[position] = derived
    return derived
  }

  private static func key(_ name: String) -> String {
    let key = IdentityKey.withoutScheme(name.trimmed.lowercased())
    return key.hasSuffix(":abperson") ? String(key.dropLast(9)) : key
  }
}
