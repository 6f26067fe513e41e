internal import Matchmaking

/// The fields of one JSON object while a record is made of them: each is taken once, with the type it must
/// have, and what nobody took is left.
///
/// A field that is null counts as missing.
struct JSONFields {
  private let bytes: [UInt8]
  /// Goes before a field's name in messages: `needs[2].`, or nothing.
  private let path: String
  private var members: [String: JSONValue]

  /// - Throws: A ``RecordProblem`` if the value is no object.
  init(_ value: JSONValue, in bytes: [UInt8], at label: String) throws(RecordProblem) {
    guard case .object(let members) = value.content else {
      throw RecordProblem(reason: "\(label.isEmpty ? "the line" : label): \(value.kind) is no object")
    }
    self.bytes = bytes
    self.members = members
    path = label.isEmpty ? "" : label + "."
  }

  /// The fields that nobody took, each as the JSON text that stands in the file.
  func rest() throws(RecordProblem) -> [String: String] {
    let rest = members.mapValues { bytes[$0.range].text }
    for (name, text) in rest { try FieldLimit.notes.check(text, of: label(name)) }
    return rest
  }

  /// The name of a field as messages give it.
  func label(_ name: String) -> String { path + name }

  mutating func value(_ name: String) -> JSONValue? {
    guard let value = members.removeValue(forKey: name) else { return nil }
    if case .null = value.content { return nil }
    return value
  }

  mutating func text(_ name: String, limit: FieldLimit = .text) throws(RecordProblem) -> String? {
    guard let value = value(name) else { return nil }
    return try Self.text(value, label(name), limit)
  }

  /// A list of texts; a text alone is a list of one.
  mutating func texts(_ name: String) throws(RecordProblem) -> [String] {
    try elements(name).map { element throws(RecordProblem) in
      try Self.text(element.value, element.label)
    }
  }

  mutating func id(_ name: String) throws(RecordProblem) -> Contact.ID? {
    guard let text = try text(name), !text.isEmpty else { return nil }
    return Contact.ID(text)
  }

  mutating func day(_ name: String) throws(RecordProblem) -> Day? {
    guard let text = try text(name) else { return nil }
    guard let day = Day(text) else {
      throw problem(name, "\(RecordProblem.shown(text)) is no date such as 2026-11-23")
    }
    return day
  }

  mutating func number(_ name: String) throws(RecordProblem) -> Double? {
    guard let value = value(name) else { return nil }
    guard case .number(let text) = value.content, let number = Double(text), number.isFinite else {
      throw problem(name, "\(value.kind) is no number in range")
    }
    return number
  }

  mutating func wholeNumber(_ name: String) throws(RecordProblem) -> Int? {
    guard let number = try number(name) else { return nil }
    guard let whole = Int(exactly: number) else { throw problem(name, "\(number) is no whole number") }
    return whole
  }

  mutating func flag(_ name: String) throws(RecordProblem) -> Bool? {
    guard let value = value(name) else { return nil }
    guard case .boolean(let flag) = value.content else {
      throw problem(name, "\(value.kind) is no true or false")
    }
    return flag
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Choice.Type
  ) throws(RecordProblem) -> Choice? {
    guard let text = try text(name) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw problem(name, "\(RecordProblem.shown(text)) is none of \(known)")
    }
    return choice
  }

  /// The elements of a list with their labels, `needs[0]` and so on; a value alone is a list of one.
  mutating func elements(_ name: String) throws(RecordProblem) -> [(label: String, value: JSONValue)] {
    guard let value = value(name) else { return [] }
    guard case .array(let elements) = value.content else { return [(label(name), value)] }
    return elements.enumerated().map { ("\(label(name))[\($0.offset)]", $0.element) }
  }

  /// A field that must be there.
  func required<Value>(_ name: String, _ value: Value?) throws(RecordProblem) -> Value {
    guard let value else { throw problem(name, "is missing") }
    return value
  }

  func problem(_ name: String, _ what: String) -> RecordProblem {
    RecordProblem(reason: "\(label(name)): \(what)")
  }

  /// The text that a value is.
  static func text(
    _ value: JSONValue, _ label: String, _ limit: FieldLimit = .text
  ) throws(RecordProblem) -> String {
    guard case .string(let text) = value.content else {
      throw RecordProblem(reason: "\(label): \(value.kind) is no text")
    }
    guard !text.utf8.contains(0) else { throw RecordProblem(reason: "\(label): holds a NUL byte") }
    try limit.check(text, of: label)
    return text
  }
}
