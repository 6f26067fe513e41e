internal import Matchmaking

/// Reads the fields of a JSON object by which a contact names others.
enum JSONReferences {
  static func read(
    _ fields: inout JSONFields, in bytes: [UInt8], into record: inout ContactRecord
  ) throws(RecordProblem) {
    if let sponsor = try fields.id("sponsor") {
      record.references.append(Reference(field: "sponsor", target: sponsor, meaning: .sponsor))
    }
    try readBarrier(&fields, into: &record)
    for element in try fields.elements("knows") {
      record.references.append(try tie(element, in: bytes))
    }
    for element in try fields.elements("interactions") {
      record.references.append(try interaction(element, in: bytes))
    }
    for element in try fields.elements("introductions") {
      record.references.append(try introduction(element, in: bytes))
    }
    for element in try fields.elements("thanks") {
      record.references.append(try thanks(element, in: bytes))
    }
  }

  private static func readBarrier(
    _ fields: inout JSONFields, into record: inout ContactRecord
  ) throws(RecordProblem) {
    let name = "doNotIntroduce"
    guard let value = fields.value(name) else { return }
    switch value.content {
    case .boolean(true): record.contact.doNotIntroduce = .everybody
    case .boolean(false): break
    case .array(let elements):
      record.contact.doNotIntroduce = .these([])
      for (index, element) in elements.enumerated() {
        guard case .string(let id) = element.content else {
          throw fields.problem("\(name)[\(index)]", "\(element.kind) is no id")
        }
        record.references.append(
          Reference(field: "\(name)[\(index)]", target: Contact.ID(id), meaning: .barrier))
      }
    default: throw fields.problem(name, "\(value.kind) is neither true nor a list of ids")
    }
  }

  private static func tie(
    _ element: (label: String, value: JSONValue), in bytes: [UInt8]
  ) throws(RecordProblem) -> Reference {
    if case .string(let id) = element.value.content {
      return Reference(field: element.label, target: Contact.ID(id), meaning: .tie(kind: nil, since: nil))
    }
    var fields = try JSONFields(element.value, in: bytes, at: element.label)
    let contact = try fields.required("contact", fields.id("contact"))
    let kind = try fields.choice("kind", Tie.Kind.self)
    let meaning = Reference.Meaning.tie(
      kind: kind, since: try fields.day("since"), byHost: try fields.flag("byHost") ?? false)
    try refuseRest(of: fields)
    return Reference(field: element.label, target: contact, meaning: meaning)
  }

  private static func interaction(
    _ element: (label: String, value: JSONValue), in bytes: [UInt8]
  ) throws(RecordProblem) -> Reference {
    var fields = try JSONFields(element.value, in: bytes, at: element.label)
    let day = try fields.required("date", fields.day("date"))
    let kind = try fields.required("kind", fields.choice("kind", Interaction.Kind.self))
    let other = try fields.id("with")
    let from = try fields.choice("from", Sender.self).map { $0 == .contact ? Reference.Side.this : .other }
    let meaning = Reference.Meaning.interaction(kind, day: day, from: from, note: try fields.text("note"))
    try refuseRest(of: fields)
    return Reference(field: element.label, target: other, meaning: meaning)
  }

  /// Who called, wrote or invited: the contact of the line, or the other.
  private enum Sender: String, CaseIterable {
    case contact, other
  }

  private static func introduction(
    _ element: (label: String, value: JSONValue), in bytes: [UInt8]
  ) throws(RecordProblem) -> Reference {
    var fields = try JSONFields(element.value, in: bytes, at: element.label)
    let state = try fields.required("state", fields.choice("state", Introduction.State.self))
    let day = try fields.required("on", fields.day("on"))
    let other = try fields.id("with")
    let need = try fields.text("need")
    let offer = try fields.text("offer")
    guard (need == nil) == (offer == nil) else {
      throw fields.problem(need == nil ? "offer" : "need", "stands alone; a match has a need and an offer")
    }
    let relevance = try fields.number("relevance")
    let subject = need.flatMap { need in
      offer.map {
        Introduction.Subject(need: Listing.ID(need), offer: Listing.ID($0), relevance: relevance)
      }
    }
    let meaning = Reference.Meaning.introduction(
      IntroductionReference(
        state: state, day: day, since: try fields.day("since"), asked: try fields.id("asked"),
        declinedBy: try fields.id("by"), reason: try fields.text("reason"), subject: subject))
    try refuseRest(of: fields)
    return Reference(field: element.label, target: other, meaning: meaning)
  }

  private static func thanks(
    _ element: (label: String, value: JSONValue), in bytes: [UInt8]
  ) throws(RecordProblem) -> Reference {
    var fields = try JSONFields(element.value, in: bytes, at: element.label)
    let day = try fields.required("date", fields.day("date"))
    let other = try fields.id("to")
    let meaning = Reference.Meaning.thanks(day: day, favour: try fields.text("for"))
    try refuseRest(of: fields)
    return Reference(field: element.label, target: other, meaning: meaning)
  }

  /// A tie, interaction, introduction or thanks have no room for unknown fields, and losing them in silence is worse
  /// than saying so.
  private static func refuseRest(of fields: JSONFields) throws(RecordProblem) {
    if let name = try fields.rest().keys.min() {
      throw fields.problem(name, "is no field that linkup knows here")
    }
  }
}
