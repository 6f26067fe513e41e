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
    let label = Self.plain(label: label ?? "")
    if !label.isEmpty { name += " \(label)" }
    add(text, as: UnknownField.name(name, of: "vcard"))
  }

  /// A label in lower case; Apple writes its own as `_$!<Spouse>!$_`.
  static func plain(label: String) -> String { label.filter { !"_$!<>".contains($0) }.lowercased() }

  /// Each field as JSON text: a string, or a list of them.
  var fields: [String: String] {
    values.mapValues { texts in
      let quoted = texts.map(JSONText.quoted)
      return quoted.count == 1 ? quoted[0] : "[\(quoted.joined(separator: ","))]"
    }
  }
}
