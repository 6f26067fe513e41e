internal import Matchmaking

/// Reads what only linkup writes into a card: fields for which vCard has no property.
enum VCardOwnField {
  /// Whether the line is one of them.
  static func read(_ line: ContentLine, into record: inout ContactRecord) throws(RecordProblem) -> Bool {
    switch line.name {
    case "X-LINKUP-FIELDS":
      record.contact.unknownFields = try members(
        of: line.text(.rfc, limit: .notes), besides: UnknownField.ofContacts)
    case "X-LINKUP-CAPACITY": record.contact.capacity = Int(try line.text(.rfc))
    case "X-LINKUP-LAST-CONTACT": record.contact.lastContact = Day(try line.text(.rfc))
    case "X-LINKUP-SPONSOR":
      let sponsor = Contact.ID(try line.wholeText(.rfc))
      record.references.append(Reference(field: line.name, target: sponsor, meaning: .sponsor))
    default: return false
    }
    return true
  }

  /// The members of a JSON object, each as JSON text, under names that are not taken.
  static func members(of text: String, besides taken: Set<String>) throws(RecordProblem) -> [String: String] {
    let bytes = Array(text.utf8)
    guard case .object(let members) = try JSONReader.value(in: bytes, 0..<bytes.count).content else {
      throw RecordProblem(reason: "FIELDS: is no JSON object; left out")
    }
    var fields: [String: String] = [:]
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      fields[taken.contains(name) ? UnknownField.name(name, of: "vcard") : name] = bytes[value.range].text
    }
    return fields
  }
}
