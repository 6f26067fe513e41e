internal import Matchmaking

/// Reads what only linkup writes into a card: fields for which vCard has no property.
enum VCardOwnField {
  /// Whether the line is one of them.
  static func read(_ line: ContentLine, into record: inout ContactRecord) throws(RecordProblem) -> Bool {
    switch line.name {
    case "X-LINKUP-FIELDS":
      record.contact.unknownFields = try members(
        of: line.text(.rfc, limit: .notes), called: line.name, besides: UnknownField.ofContacts)
    case "X-LINKUP-CAPACITY":
      let text = try line.text(.rfc)
      guard let capacity = Int(text) else { throw problem(line, text, "whole number") }
      record.contact.capacity = capacity
    case "X-LINKUP-LAST-CONTACT":
      let text = try line.text(.rfc)
      guard let day = Day(text) else { throw problem(line, text, "date such as 2026-11-23") }
      record.contact.lastContact = day
    case "X-LINKUP-SPONSOR":
      let sponsor = Contact.ID(try line.wholeText(.rfc))
      record.references.append(Reference(field: line.name, target: sponsor, meaning: .sponsor))
    default: return false
    }
    return true
  }

  private static func problem(_ line: ContentLine, _ text: String, _ wanted: String) -> RecordProblem {
    RecordProblem(reason: "\(line.name): \(RecordProblem.shown(text)) is no \(wanted); left out")
  }

  /// The members of a JSON object, each as JSON text, under names that are not taken.
  ///
  /// - Parameter name: what messages call the object.
  static func members(
    of text: String, called name: String, besides taken: Set<String>
  ) throws(RecordProblem) -> [String: String] {
    let bytes = Array(text.utf8)
    guard case .object(let members)? = (try? JSONReader.value(in: bytes, 0..<bytes.count))?.content else {
      throw RecordProblem(reason: "\(name): is no JSON object; left out")
    }
    var fields: [String: String] = [:]
    for (name, value) in members.sorted(by: { $0.key < $1.key }) {
      fields[taken.contains(name) ? UnknownField.name(name, of: "vcard") : name] = bytes[value.range].text
    }
    return fields
  }
}
