/// What a card says that linkup keeps without reading it, by name.
struct VCardUnknownFields {
  private var values: [String: [String]] = [:]

  /// Adds a text to a field, unless it is blank.
  mutating func add(_ text: String, as name: String) {
    if !text.isEmpty { values[name, default: []].append(text) }
  }

  /// Adds the value of a property: under its name, with the label that Apple and Google give it.
  mutating func add(_ text: String, of property: String, label: String?) {
    var name = property.lowercased()
    // Apple writes its own labels as `_$!<Spouse>!$_`.
    let label = label?.filter { !"_$!<>".contains($0) }.lowercased() ?? ""
    if !label.isEmpty { name += " \(label)" }
    add(text, as: Self.taken.contains(name) ? "vcard \(name)" : name)
  }

  /// Each field as JSON text: a string, or a list of them.
  var fields: [String: String] {
    values.mapValues { texts in
      let quoted = texts.map(JSONText.quoted)
      return quoted.count == 1 ? quoted[0] : "[\(quoted.joined(separator: ","))]"
    }
  }

  /// The fields of JSON Lines, which a property may not take the place of.
  private static let taken: Set<String> = [
    "id", "name", "host", "headline", "organisation", "place", "languages", "groups", "emails", "phones",
    "urls", "needs", "offers", "knows", "sponsor", "capacity", "notes", "interactions", "introductions",
    "thanks",
  ]
}
