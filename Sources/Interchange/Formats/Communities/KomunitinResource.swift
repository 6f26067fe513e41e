internal import Matchmaking

/// One resource of a JSON:API document.
struct KomunitinResource {
  /// By what other resources refer to it.
  struct Key: Hashable {
    /// In the plural: some answers write it in the singular.
    let type: String
    let id: String

    init(type: String, id: String) {
      self.type = ["offer", "need", "member", "group", "contact"].contains(type) ? type + "s" : type
      self.id = id
    }
  }

  let key: Key
  let line: Int
  var attributes: JSONFields
  private var relationships: JSONFields
  private let bytes: [UInt8]

  init(_ value: JSONValue, in bytes: [UInt8], line: Int) throws(RecordProblem) {
    var fields = try JSONFields(value, in: bytes, at: "")
    let type = try fields.required("type", fields.text("type"))
    key = Key(type: type, id: try fields.text("id") ?? "")
    self.line = line
    self.bytes = bytes
    let nothing = JSONValue(content: .object([:]), range: value.range)
    attributes = try JSONFields(fields.value("attributes") ?? nothing, in: bytes, at: "attributes")
    relationships = try JSONFields(fields.value("relationships") ?? nothing, in: bytes, at: "relationships")
  }

  /// The resources that one is related to, and where to find them if that is all that is said.
  mutating func related(_ name: String) throws(RecordProblem) -> (keys: [Key], link: String?) {
    guard let value = relationships.value(name) else { return ([], nil) }
    var fields = try JSONFields(value, in: bytes, at: "relationships.\(name)")
    var keys: [Key] = []
    for element in try fields.elements("data") {
      var reference = try JSONFields(element.value, in: bytes, at: element.label)
      if let type = try reference.text("type"), let id = try reference.text("id") {
        keys.append(Key(type: type, id: id))
      }
    }
    guard let links = fields.value("links") else { return (keys, nil) }
    var addresses = try JSONFields(links, in: bytes, at: "relationships.\(name).links")
    guard case .string(let link)? = addresses.value("related")?.content else { return (keys, nil) }
    try FieldLimit.text.check(link, of: name)
    return (keys, link.utf8.contains(0) ? nil : link)
  }

  /// The fields of an attribute that is an object itself.
  mutating func object(_ name: String) throws(RecordProblem) -> JSONFields? {
    guard let value = attributes.value(name) else { return nil }
    return try JSONFields(value, in: bytes, at: "attributes.\(name)")
  }
}
