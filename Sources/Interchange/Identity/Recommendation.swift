internal import Matchmaking

/// What the host wrote for others to read, to recommend a contact, in a field that linkup keeps as it is.
enum Recommendation {
  /// What is kept of it.
  static func of(_ contact: Contact) -> String? {
    guard !contact.unknownFields.isEmpty, let json = contact.unknownFields[field].map({ Array($0.utf8) }),
      case .string(let text)? = (try? JSONReader.value(in: json, 0..<json.count))?.content
    else { return nil }
    return text
  }

  /// Keeps it with a contact.
  static func keep(_ text: String, with contact: inout Contact) {
    contact.unknownFields[field] = JSONText.quoted(text)
  }

  private static let field = "recommendation"
}
