internal import Matchmaking

/// Reads a JSON list of flat objects, as many programs export people: a table whose headers are the names of the members.
enum JSONTable {
  /// Whether a text is a list whose first object has members that only a list of people has.
  static func recognises(_ text: SourceText) -> Bool {
    guard let glance = JSONGlance(text), glance.isList else { return false }
    return (try? TableHeader(glance.first.sorted()))?.isOfPeople ?? false
  }

  /// The records of a text; what is no record is counted in the summary.
  static func records(
    of text: SourceText, _ columns: SaidColumns, _ summary: inout Import.Summary
  ) -> [ContactRecord] {
    let outline = JSONOutline(text.bytes)
    let lines = LineIndex(text.bytes)
    var records: [ContactRecord] = []
    for range in outline.elements(of: outline.trimmed(0..<text.bytes.count)) {
      let line = lines.line(at: range.lowerBound)
      summary.read += 1
      do throws(RecordProblem) {
        records.append(try record(of: text.bytes, range, line: line, columns, &summary))
      } catch {
        summary.skip(line: line, error)
      }
    }
    return records
  }

  private static func record(
    of bytes: [UInt8], _ range: Range<Int>, line: Int, _ columns: SaidColumns, _ summary: inout Import.Summary
  ) throws(RecordProblem) -> ContactRecord {
    if bytes[range].contains(0) { throw RecordProblem(reason: "holds a NUL byte") }
    let value = try JSONReader.value(in: bytes, range)
    guard case .object(let members) = value.content else {
      throw RecordProblem(reason: "is \(value.kind), no contact")
    }
    var row = TableRow(line: line)
    for (name, member) in members.sorted(by: { $0.value.range.lowerBound < $1.value.range.lowerBound }) {
      let texts = texts(of: member, in: bytes)
      if columns[name] != nil { summary.isMapped = true }
      if let column = columns.column(of: name), let texts {
        for text in texts where !text.isEmpty {
          try (column == .notes ? FieldLimit.notes : .text).check(text, of: name)
          try row.read(text, as: column, hasLineEnd: text.contains(where: \.isNewline))
        }
      } else if texts != [] {
        try FieldLimit.notes.check(bytes[member.range].text, of: name)
        row.record.contact.unknownFields[UnknownField.name(name, of: "column")] = bytes[member.range].text
      }
    }
    return try row.finished()
  }

  /// A member's texts: of a text, a number, or a list of texts; nil for anything else.
  static func texts(of value: JSONValue, in bytes: [UInt8]) -> [String]? {
    switch value.content {
    case .string(let text): [text]
    case .number: [bytes[value.range].text]
    case .null: []
    case .array(let elements):
      elements.allSatisfy { if case .string = $0.content { true } else { false } }
        ? elements.flatMap { texts(of: $0, in: bytes) ?? [] } : nil
    default: nil
    }
  }
}
