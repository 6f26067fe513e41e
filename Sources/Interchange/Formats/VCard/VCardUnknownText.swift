/// Writes the fields that linkup does not know.
enum VCardUnknownText {
  /// As the properties that they came from, so that other programs have them too, where an import reads the
  /// same again; else all together in one of linkup's own.
  static func lines(of fields: [String: String]) -> String {
    var lines = ""
    var rest: [String: String] = [:]
    for (name, json) in fields.sorted(by: { $0.key < $1.key }) {
      if let texts = texts(of: json), properties.contains(name) {
        for text in texts { lines += VCardLineText(name.uppercased()).text(text) }
      } else if let texts = texts(of: json), name == "fax" || name == "pager" {
        var line = VCardLineText("TEL")
        line.add("TYPE", name)
        for text in texts { lines += line.text(text) }
      } else {
        rest[name] = json
      }
    }
    return rest.isEmpty ? lines : lines + VCardLineText("X-LINKUP-FIELDS").text(object(rest))
  }

  /// Fields as one JSON object on one line.
  static func object(_ fields: [String: String]) -> String {
    var json = JSONText()
    for (name, text) in fields.sorted(by: { $0.key < $1.key }) {
      json.add(name, json: JSONText.onOneLine(text))
    }
    return json.text.replacing(["\u{7F}": "\\u007f"])
  }

  /// The texts that a field holds, if a card gives the same JSON again; nil if not.
  private static func texts(of json: String) -> [String]? {
    let bytes = Array(json.utf8)
    let texts: [String]
    switch (try? JSONReader.value(in: bytes, 0..<bytes.count))?.content {
    case .string(let text)?: texts = [text]
    case .array(let values)?:
      texts = values.compactMap { if case .string(let text) = $0.content { text } else { nil } }
    default: return nil
    }
    var again = VCardUnknownFields()
    for text in texts { again.add(VCardLineText.printable(text).trimmed, as: "") }
    return again.fields[""] == json ? texts : nil
  }

  private static let properties: Set<String> = [
    "anniversary", "bday", "gender", "hobby", "impp", "interest", "nickname", "role", "tz",
  ]
}
