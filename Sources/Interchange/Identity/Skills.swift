internal import Matchmaking

/// The skills that a contact's record lists, or that others endorsed, in a field that linkup keeps as it is.
enum Skills {
  /// The skills in order: of a list of texts, or of one text with commas, semicolons, bars or line ends.
  static func of(_ contact: Contact) -> [String] {
    contact.unknownFields.filter { names.contains(FoldedText($0.key).slug) }
      .sorted { $0.key < $1.key }
      .flatMap { skills(in: Array($0.value.utf8)) }
  }

  /// The contact's field of skills with others added; nil if there is none to add.
  static func field(of contact: Contact, adding others: [String]) -> String? {
    var skills = contact.unknownFields["skills"].map { self.skills(in: Array($0.utf8)) } ?? []
    let count = skills.count
    for other in others where !skills.contains(where: { $0.folded == other.folded }) { skills.append(other) }
    return skills.count == count ? nil : "[\(skills.map(JSONText.quoted).joined(separator: ","))]"
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
