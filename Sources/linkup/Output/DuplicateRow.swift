/// One contact of an answer of `duplicates`; those of one number look like one person.
struct DuplicateRow: Row {
  let duplicate: Int
  let contact: String
  let name: String
  let evidence: String

  static let columns = ["duplicate", "contact", "name", "evidence"]

  var cells: [String] { [String(duplicate), contact, name, evidence] }
}
