internal import Matchmaking

/// A contact while it is made of the lines of one card.
///
/// An interest or hobby (RFC 6715) is kept as an unknown field: who likes chess neither needs nor offers it.
struct VCardContact {
  var record: ContactRecord
  /// By what other cards name this one.
  var uids: [String] = []
  var relations: [VCardRelation] = []
  private let dialect: ContentDialect
  private let isOwn: Bool
  private let labels: [String: String]
  private var unknown = VCardUnknownFields()
  private var structuredName = ""
  private var namePrefix = ""
  private var nameSuffix = ""
  private var nickname = ""
  private var roles: [String] = []
  private var languages = DistinctTexts()
  private var emails = DistinctTexts()
  private var phones = DistinctTexts()
  private var urls = DistinctTexts()

  /// Reads a card; lines that cannot be used are dropped.
  init(_ card: VCard, _ summary: inout Import.Summary) {
    record = ContactRecord(line: card.line)
    dialect = card.dialect
    isOwn = card.isOwn
    var labels: [String: String] = [:]
    for line in card.lines where line.name.hasSuffix("LABEL") && !line.group.isEmpty {
      labels[line.group] = try? line.text(dialect)
    }
    self.labels = labels
    let preferences = card.lines.map(\.preference)
    let order = card.lines.indices.sorted { (preferences[$0], $0) < (preferences[$1], $1) }
    for index in order {
      do throws(RecordProblem) {
        try read(card.lines[index])
      } catch {
        summary.drop(line: card.lines[index].line, error.reason)
      }
    }
    finish()
  }

  private mutating func read(_ line: ContentLine) throws(RecordProblem) {
    switch line.name {
    case "FN": replaceIfEmpty(&record.contact.name, with: try line.text(dialect))
    case "N":
      let parts = try line.parts(dialect, at: .semicolon)
      structuredName = VCardName.text(of: parts)
      namePrefix = VCardName.prefix(of: parts)
      nameSuffix = VCardName.suffix(of: parts)
    case "ORG": try readOrganisation(line)
    case "TITLE": try readTitle(line)
    case "ROLE": roles.append(try line.text(dialect))
    case "NOTE": try add(line.text(dialect, limit: .notes), to: &record.contact.notes)
    case "EMAIL":
      let text = try line.text(dialect)
      let addresses = text.contains("<") ? text.mailAddresses : [text.droppingPrefix("mailto:")]
      for address in addresses { emails.add(address) }
    case "TEL": try readTelephone(line)
    case "URL": urls.add(try line.text(dialect))
    case "LANG": languages.add(try line.text(dialect))
    case "ADR", "GEO": try VCardPlace.read(line, dialect, into: &record.contact, &unknown)
    case "CATEGORIES": try readGroups(line)
    case "RELATED": relations.append(try VCardRelation(line, dialect))
    case "X-ABRELATEDNAMES" where !isOwn:
      relations.append(try VCardRelation(line, dialect, label: labels[line.group]))
    case "EXPERTISE", "X-NEED", "X-OFFER": try readListing(line)
    case "UID", "X-ABUID": try readIdentifier(line)
    case "X-SOCIALPROFILE", "SOCIALPROFILE":
      let address = try line.text(dialect)
      if address.lowercased().hasPrefix("http") { urls.add(address) } else { try keep(line) }
    case "AGENT":
      if !line.value.isEmpty { throw RecordProblem(reason: "AGENT: a card within a card; left out") }
    default: try readRest(line)
    }
  }

  private mutating func readRest(_ line: ContentLine) throws(RecordProblem) {
    if isOwn, try VCardOwnField.read(line, into: &record) { return }
    if line.name == "NICKNAME" { nickname = try line.text(dialect) }
    try keep(line)
  }

  private mutating func readOrganisation(_ line: ContentLine) throws(RecordProblem) {
    let parts = try line.parts(dialect, at: .semicolon)
    guard let name = parts.first, !name.isEmpty, record.contact.organisation == nil else {
      let text = parts.filter { !$0.isEmpty }.joined(separator: ", ")
      return unknown.add(text, as: "org")
    }
    record.contact.organisation = name
    unknown.add(parts.dropFirst().filter { !$0.isEmpty }.joined(separator: ", "), as: "department")
  }

  private mutating func readTitle(_ line: ContentLine) throws(RecordProblem) {
    let title = try line.text(dialect)
    guard record.contact.headline == nil else { return unknown.add(title, as: "title") }
    record.contact.headline = title.isEmpty ? nil : title
  }

  /// A fax or pager is no number to call somebody at, and a fax is often shared by a whole firm.
  private mutating func readTelephone(_ line: ContentLine) throws(RecordProblem) {
    let types = Set(line.types)
    if types.isDisjoint(with: ["voice", "cell"]), let kind = ["fax", "pager"].first(where: types.contains) {
      return unknown.add(try line.text(dialect).withoutTelephoneScheme, as: kind)
    }
    phones.add(try line.text(dialect).withoutTelephoneScheme)
  }

  private mutating func readGroups(_ line: ContentLine) throws(RecordProblem) {
    for name in try line.parts(dialect, at: .comma) where !name.isEmpty {
      switch isOwn ? .shared : AddressBookCategory(name) {
      case .shared: record.groups.append(name)
      case .personal: unknown.add(name, as: "categories")
      case .system: break
      }
    }
  }

  private mutating func readListing(_ line: ContentLine) throws(RecordProblem) {
    guard var listing = try VCardListing.record(line, dialect) else { return }
    // Nobody else's card knows what the host has typed.
    if !isOwn { listing.byHost = nil }
    record.listings.append(listing)
  }

  private mutating func readIdentifier(_ line: ContentLine) throws(RecordProblem) {
    guard isOwn, line.name == "UID" else {
      let uid = try line.text(dialect)
      uids.append(uid)
      return unknown.add(uid, as: line.name.lowercased())
    }
    record.contact.id = Contact.ID(try line.wholeText(.rfc))
  }

  private mutating func keep(_ line: ContentLine) throws(RecordProblem) {
    if line.name.isSilent { return }
    let label = line.group.isEmpty ? nil : labels[line.group]
    unknown.add(try line.text(dialect, limit: .notes), of: line.name, label: label)
  }

  private func add(_ text: String, to notes: inout String?) throws(RecordProblem) {
    if text.isEmpty { return }
    let all = notes.map { $0 + "\n" + text } ?? text
    try FieldLimit.notes.check(all, of: "NOTE")
    notes = all
  }

  private func replaceIfEmpty(_ text: inout String, with other: String) {
    if text.isEmpty { text = other }
  }

  private mutating func finish() {
    record.contact.languages = languages.texts
    record.contact.emails = emails.texts
    record.contact.phones = phones.texts
    record.contact.urls = urls.texts
    if !isOwn {
      let names = [structuredName, record.contact.organisation ?? "", nickname]
      replaceIfEmpty(&record.contact.name, with: names.first { !$0.isEmpty } ?? "")
      let name = record.contact.name
      // The family's name alone, where the parts say more.
      if !name.contains(" "), structuredName.folded.split(separator: " ").contains(Substring(name.folded)) {
        record.contact.name = structuredName
      }
      record.contact.name = PersonName.name(record.contact.name, ofGeneration: nameSuffix)
      record.contact.name = PersonName.name(record.contact.name, withTitle: namePrefix)
      if record.contact.headline == nil, let role = roles.first, !role.isEmpty {
        record.contact.headline = role
        roles.removeFirst()
      }
    }
    for role in roles { unknown.add(role, as: "role") }
  }

  /// Keeps how the contact is related to somebody who is not in the file.
  mutating func keep(_ relation: VCardRelation) {
    relation.keep(in: &unknown)
  }

  /// The record, once it is known who of the others is in the file.
  var finished: ContactRecord {
    var record = record
    record.contact.unknownFields.merge(unknown.fields) { known, _ in known }
    return record
  }
}

extension String {
  /// Whether a property says nothing that a contact could use: about the file, or again in other words.
  fileprivate var isSilent: Bool {
    hasSuffix("LABEL") && hasPrefix("X-")
      || [
        "VERSION", "PRODID", "PROFILE", "KIND", "CLIENTPIDMAP", "SOURCE", "MAILER", "NAME", "X-GENERATOR",
        "X-ABADR", "X-ABSHOWAS", "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "BEGIN", "END",
      ].contains(self)
  }

  fileprivate func droppingPrefix(_ prefix: String) -> String {
    lowercased().hasPrefix(prefix) ? String(dropFirst(prefix.count)).trimmed : self
  }

  /// `+1-418-656-9254 ext. 102` of `tel:+1-418-656-9254;ext=102` (RFC 3966).
  fileprivate var withoutTelephoneScheme: String {
    guard lowercased().hasPrefix("tel:") else { return self }
    let parts = dropFirst(4).split(separator: ";")
    let ending = parts.dropFirst().first { $0.lowercased().hasPrefix("ext=") }.map {
      " ext. \($0.dropFirst(4))"
    }
    return (parts.first.map(String.init) ?? "") + (ending ?? "")
  }
}
