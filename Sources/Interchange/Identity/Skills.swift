internal import Matchmaking

/// The skills that a contact's record lists, or that others endorsed, in a field that linkup keeps as it is.
enum Skills {
  /// The skills in order: of a list of texts, or of one text with commas, semicolons, bars or line ends.
  static func of(_ contact: Contact) -> [String] {
    if contact.unknownFields.isEmpty { return [] }
    return contact.unknownFields.filter { isName(of: $0.key) }
      .sorted { $0.key < $1.key }
      .flatMap { skills(in: Array($0.value.utf8)) }
  }

  /// The contact's field of skills with others added; nil if there is none to add.
  static func field(of contact: Contact, adding others: [String]) -> String? {
    if others.isEmpty { return nil }
    var skills = contact.unknownFields["skills"].map { self.skills(in: Array($0.utf8)) } ?? []
    let count = skills.count
    for other in others where !skills.contains(where: { $0.folded == other.folded }) { skills.append(other) }
    return skills.count == count ? nil : "[\(skills.map(JSONText.quoted).joined(separator: ","))]"
  }

  /// Whether a field or column of this name holds skills.
  static func isName(of field: String) -> Bool { names.contains(FoldedText(field).slug) }

  /// The skills in a cell of a table: a JSON list of texts; else parted by semicolons and line ends, or by commas and bars
  /// where it has none.
  static func parts(of cell: String) -> [String] {
    let list = cell.hasPrefix("[") ? skills(in: Array(cell.utf8)) : []
    if !list.isEmpty { return list }
    let ends = cell.contains(where: { ";\n\r".contains($0) }) ? ";\n\r" : ",|"
    return cell.split(whereSeparator: { ends.contains($0) })
      .map { Array($0.utf8)[...].trimmed.text }.filter { !$0.isEmpty }
  }

  private static func skills(in json: [UInt8]) -> [String] {
    guard let value = try? JSONReader.value(in: json, 0..<json.count) else { return [] }
    switch value.content {
    case .string(let text):
      return text.split(whereSeparator: { ",;|\n\r".contains($0) }).map(String.init)
    case .array(let elements):
      return elements.compactMap { if case .string(let text) = $0.content { text } else { nil } }
    default: return []
    }
  }

  private static let names: Set<String> = [
    "skills", "skill", "competences", "competence", "endorsements", "recommandations",
  ]
}
