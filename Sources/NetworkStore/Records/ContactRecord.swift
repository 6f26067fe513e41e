internal import GRDB
internal import Matchmaking

/// A contact as a row; whom it must not be introduced to stands in rows of its own.
struct ContactRecord: StoredPart {
  /// The contact, with nobody or everybody barred.
  let contact: Contact

  static let table = "contact"
  static let columns = [
    "id", "name", "headline", "organisation", "hasPlace", "locality", "region", "country", "latitude",
    "longitude",
    "languages", "emails", "phones", "urls", "sponsor", "capacity", "notes", "lastContact", "barsEverybody",
    "aliases", "source", "sources", "unknownFields",
  ]
  static let keyCount = 1

  init(_ contact: Contact) {
    var contact = contact
    if contact.doNotIntroduce != .everybody { contact.doNotIntroduce = .none }
    self.contact = contact
  }

  init(row: Row) throws {
    contact = Contact(
      id: Contact.ID(row[0]), name: row[1], headline: row[2], organisation: row[3],
      place: row[4]
        ? Place(locality: row[5], region: row[6], country: row[7], latitude: row[8], longitude: row[9]) : nil,
      languages: try JSONColumn.texts(row[10]), emails: try JSONColumn.texts(row[11]),
      phones: try JSONColumn.texts(row[12]), urls: try JSONColumn.texts(row[13]),
      sponsor: (row[14] as String?).map { Contact.ID($0) }, capacity: row[15], notes: row[16],
      lastContact: (row[17] as String?).flatMap { Day($0) }, doNotIntroduce: row[18] ? .everybody : .none,
      aliases: try JSONColumn.texts(row[19]).map { Contact.ID($0) },
      sources: FieldSources(row[20], except: try JSONColumn.sources(row[21])),
      unknownFields: try JSONColumn.fields(row[22]))
  }

  var key: Contact.ID { contact.id }

  func write(to row: inout StoredRow) {
    let place = contact.place
    row.add(contact.id.rawValue)
    row.add(contact.name)
    row.add(contact.headline)
    row.add(contact.organisation)
    row.add(place != nil)
    row.add(place?.locality)
    row.add(place?.region)
    row.add(place?.country)
    row.add(place?.latitude)
    row.add(place?.longitude)
    for list in [contact.languages, contact.emails, contact.phones, contact.urls] {
      row.add { JSONColumn.write(list, to: &$0) }
    }
    row.add(contact.sponsor?.rawValue)
    row.add(contact.capacity)
    row.add(contact.notes)
    row.add(contact.lastContact?.description)
    row.add(contact.doNotIntroduce == .everybody)
    row.add { JSONColumn.write(contact.aliases.map { $0.rawValue }, to: &$0) }
    row.add(contact.sources.origin)
    row.add { JSONColumn.write(contact.sources.exceptions, to: &$0) }
    row.add { JSONColumn.write(contact.unknownFields, to: &$0) }
  }
}
