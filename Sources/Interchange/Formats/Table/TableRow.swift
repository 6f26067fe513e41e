internal import Matchmaking

/// A record while it is made of the cells of one row of a table.
struct TableRow {
  var record: ContactRecord
  private var firstName = ""
  private var middleName = ""
  private var lastName = ""
  private var namePrefix = ""
  private var nameSuffix = ""
  /// By the address that they belong to.
  private var places: [Int: Place] = [:]
  /// What is said of the next telephone number.
  var phoneKind = ""
  /// The offer or need that the row is about, in a table of such.
  var listing = RowListing()

  /// Whether identifiers are those of contacts, and not the numbers of another program's rows.
  private let hasIDs: Bool

  private let isDayFirst: Bool

  init(line: Int, hasIDs: Bool = false, isDayFirst: Bool = false) {
    record = ContactRecord(line: line)
    self.hasIDs = hasIDs
    self.isDayFirst = isDayFirst
  }

  /// Under what the number of a row is kept.
  static let numberField = "column:id"

  /// Whether an identifier is 1, 2, 3, which every table has for somebody else.
  private func isNumber(_ id: String) -> Bool {
    !hasIDs && id.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: "-") }
  }

  /// Reads one cell that is not empty. Where two columns mean the same single field, the first one counts.
  ///
  /// A cell with a line end in it has its parts on lines; else semicolons separate them. So a single need
  /// with a semicolon can be written, with a line end behind it.
  mutating func read(
    _ value: String, as column: ContactColumn, hasLineEnd: Bool
  ) throws(RecordProblem) {
    let separators: StaticString = hasLineEnd ? "\n\r" : ";"
    switch column {
    case .id:
      if isNumber(value) {
        keep(value, as: Self.numberField)
      } else if !record.hasID {
        record.contact.id = Contact.ID(value)
      }
    case .name: if record.contact.name.isEmpty { record.contact.name = value }
    case .firstName: if firstName.isEmpty { firstName = value }
    case .middleName: if middleName.isEmpty { middleName = value }
    case .lastName: if lastName.isEmpty { lastName = value }
    case .namePrefix:
      namePrefix = value
      keep(value, as: column.rawValue)
    case .nameSuffix:
      nameSuffix = value
      if !PersonName.isGeneration(value) { keep(value, as: column.rawValue) }
    case .headline:
      if PersonName.isTitle(value) {
        namePrefix = value
        keep(value, as: "title")
      } else {
        record.contact.headline = record.contact.headline ?? value
      }
    case .organisation: record.contact.organisation = record.contact.organisation ?? value
    case .locality, .region, .country: read(value, as: column, of: 0)
    case .languages: record.contact.languages += Self.parts(of: value, at: ",;/|\n\r")
    case .groups: record.groups += Self.parts(of: value, at: separators)
    case .emails:
      // A label that has slipped into the column of addresses.
      if value.hasPrefix("* ") { break }
      let addresses = value.mailAddresses
      if addresses.isEmpty { keep(value, as: "email") }
      record.contact.emails += addresses
    case .phones:
      defer { phoneKind = "" }
      if value.hasPrefix("* ") { break }
      // A fax is often shared by a whole firm; 6.1E+08 is what a spreadsheet left of a number.
      let kind = phoneKind.lowercased()
      if let fax = ["fax", "pager"].first(where: kind.contains) {
        keep(value, as: fax)
        break
      }
      if value.utf8.count(where: \.isDigit) < 2 || value.contains("E+") {
        keep(value, as: "phone")
        break
      }
      let numbers = Self.parts(
        of: value.replacing(" ou ", with: ",").replacing(" or ", with: ","), at: ",;/\n\r")
      // A comma parts numbers, or stands before an extension.
      record.contact.phones +=
        numbers.allSatisfy { $0.utf8.count(where: \.isDigit) >= 6 }
        ? numbers : Self.parts(of: value, at: separators)
    case .urls:
      record.contact.urls += hasLineEnd ? Self.parts(of: value, at: separators) : Self.addresses(in: value)
    case .needs, .offers:
      let kind: Listing.Kind = column == .needs ? .need : .offer
      record.listings += Self.parts(of: value, at: separators).filter { !ListingWords.isNoAnswer($0) }.map {
        ListingRecord(field: column.rawValue, kind: kind, text: $0)
      }
    case .knows:
      record.references += Self.parts(of: value, at: separators).map {
        Reference(field: column.rawValue, target: Contact.ID($0), meaning: .tie(kind: nil, since: nil))
      }
    case .sponsor:
      record.references.append(
        Reference(field: column.rawValue, target: Contact.ID(value), meaning: .sponsor))
    case .capacity:
      guard let capacity = Int(value) else { throw problem(column, value, "whole number") }
      record.contact.capacity = capacity
    case .notes: record.contact.notes = record.contact.notes ?? value
    case .lastContact:
      if let day = Day(value) ?? CallDate(value)?.day(isDayFirst: isDayFirst) ?? LinkedInDay.day(value) {
        record.contact.lastContact = day
      } else {
        keep(value, as: "column:\(column.rawValue)")
      }
    }
  }

  /// Keeps what is no address or number, so that it isn't lost.
  private mutating func keep(_ value: String, as name: String) {
    record.contact.unknownFields[name] = record.contact.unknownFields[name] ?? JSONText.quoted(value)
  }

  /// Puts the parts of the name and the places together, once all cells are read.
  mutating func settle() {
    if record.contact.name.isEmpty {
      record.contact.name = [firstName, middleName, lastName].filter { !$0.isEmpty }.joined(separator: " ")
    } else if firstName.isEmpty, !lastName.isEmpty, !record.contact.name.folded.contains(lastName.folded) {
      record.contact.name += " " + lastName
    }
    record.contact.name = PersonName.name(record.contact.name, withTitle: namePrefix)
    record.contact.name = PersonName.name(record.contact.name, ofGeneration: nameSuffix)
    let known = places.sorted { $0.key < $1.key }.map(\.value)
    if !known.isEmpty { record.contact.place = known.first { $0.locality != nil } ?? known.first }
  }

  /// The record, once all cells are read.
  mutating func finished() throws(RecordProblem) -> ContactRecord {
    settle()
    // A firm in an address book has no other name.
    if record.contact.name.isEmpty { record.contact.name = record.contact.organisation ?? "" }
    if let listing = try listing.record() { record.listings.append(listing) }
    try record.validate()
    return record
  }

  /// Reads the labels of an address book: two whom somebody keeps among his friends share nothing by that.
  mutating func readLabels(_ value: String, hasLineEnd: Bool) {
    var personal: [String] = []
    for label in Self.parts(of: value, at: hasLineEnd ? "\n\r" : ";") {
      switch AddressBookCategory(label) {
      case .personal: personal.append(label)
      // Google marks its own with a star: "* myContacts".
      case .shared where !label.hasPrefix("*"): record.groups.append(label)
      case .shared, .system: break
      }
    }
    if !personal.isEmpty {
      record.contact.unknownFields["categories"] = JSONText.quoted(personal.joined(separator: "; "))
    }
  }

  /// Reads a part of the place, of one of several addresses.
  mutating func read(_ value: String, as part: ContactColumn, of address: Int) {
    var place = places[address] ?? Place()
    switch part {
    case .region: place.region = place.region ?? value
    case .country: place.country = place.country ?? value
    default: place.locality = place.locality ?? value
    }
    places[address] = place
  }

  private func problem(_ column: ContactColumn, _ value: String, _ wanted: String) -> RecordProblem {
    RecordProblem(reason: "\(column.rawValue): \(RecordProblem.shown(value)) is no \(wanted)")
  }

  /// The web addresses of a cell, between semicolons, spaces, and such commas as are no part of one.
  private static func addresses(in value: String) -> [String] {
    parts(of: value, at: "; ").flatMap { text in
      let pieces = parts(of: text, at: ",")
      let areAll = pieces.allSatisfy { $0.contains("://") || $0.lowercased().hasPrefix("www.") }
      return areAll || !text.contains("://") ? pieces : [text]
    }
  }

  /// The parts of a cell: between ` ::: ` if it has that, as Google's have, else between separators.
  private static func parts(of value: String, at separators: StaticString) -> [String] {
    if value.contains(" ::: ") {
      return value.split(separator: " ::: ").map { Array($0.utf8)[...].trimmed.text }.filter { !$0.isEmpty }
    }
    return separators.withUTF8Buffer { separators in
      value.utf8.split { separators.contains($0) }.map { Array($0)[...].trimmed.text }.filter { !$0.isEmpty }
    }
  }
}
