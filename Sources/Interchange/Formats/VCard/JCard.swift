/// Reads jCard (RFC 7095), vCard as JSON: `["vcard", [["fn", {}, "text", "Anna Roux"], …]]`, or a list of
/// such cards.
enum JCard {
  static func recognises(_ opening: ArraySlice<UInt8>) -> Bool {
    var rest = opening
    for _ in 0..<2 where rest.first == UInt8(ascii: "[") { rest = rest.dropFirst().trimmed }
    return rest.prefix(7).text.lowercased() == "\"vcard\""
  }

  /// The cards of a text, each property as the line of vCard 4.0 that it stands for; what is none is counted in the summary.
  static func cards(of text: SourceText, _ summary: inout Import.Summary) throws(UnknownFormat) -> [VCard] {
    let value: JSONValue
    do throws(RecordProblem) {
      value = try JSONReader.value(in: text.bytes, 0..<text.bytes.count)
    } catch {
      throw UnknownFormat(advice: "is no jCard that can be read: \(error.reason); export it again")
    }
    guard case .array(let elements) = value.content else {
      throw UnknownFormat(advice: "is no jCard: it must be a list such as [\"vcard\", […]]; export it again")
    }
    let lines = LineIndex(text.bytes)
    let isOne = if case .string? = elements.first?.content { true } else { false }
    var cards: [VCard] = []
    for element in isOne ? [value] : elements {
      if let card = card(element, lines, &summary) {
        cards.append(card)
      } else {
        summary.read += 1
        summary.skip(
          line: lines.line(at: element.range.lowerBound),
          RecordProblem(
            reason: "is no card: it must be a list such as [\"vcard\", [[\"fn\", {}, \"text\", \"Ann\"]]]"))
      }
    }
    return cards
  }

  private static func card(
    _ value: JSONValue, _ lines: LineIndex, _ summary: inout Import.Summary
  ) -> VCard? {
    guard case .array(let parts) = value.content, parts.count > 1, case .string(let name) = parts[0].content,
      name.lowercased() == "vcard", case .array(let properties) = parts[1].content
    else { return nil }
    var card = VCard(line: lines.line(at: value.range.lowerBound))
    for property in properties {
      let number = lines.line(at: property.range.lowerBound)
      if let line = line(property, number) {
        if !ContentLineOpening(Array(line.name.utf8)[...]).isBinary { card.lines.append(line) }
      } else {
        summary.drop(
          line: number, "is no property: it must be a list such as [\"fn\", {}, \"text\", \"Ann\"]; left out")
      }
    }
    return card
  }

  private static func line(_ property: JSONValue, _ number: Int) -> ContentLine? {
    guard case .array(let parts) = property.content, parts.count > 3,
      case .string(let name) = parts[0].content, case .object(let parameters) = parts[1].content
    else { return nil }
    var line = ContentLine(line: number, name: name.uppercased())
    for (name, value) in parameters.sorted(by: { $0.key < $1.key }) {
      if name.lowercased() == "group" {
        line.group = flat(value).lowercased()
      } else if case .array(let values) = value.content {
        line.parameters += values.map { (name.uppercased(), flat($0)) }
      } else {
        line.parameters.append((name.uppercased(), flat(value)))
      }
    }
    if case .string(let type) = parts[2].content { line.parameters.append(("VALUE", type)) }
    line.value = Array(parts[3...].map(escaped).joined(separator: ",").utf8)
    return line
  }

  /// A value with the escapes of vCard: a list has its parts between semicolons, a list in it between commas.
  private static func escaped(_ value: JSONValue) -> String {
    guard case .array(let parts) = value.content else { return VCardLineText.escaped(flat(value)) }
    return parts.map { part in
      guard case .array(let values) = part.content else { return VCardLineText.escaped(flat(part)) }
      return values.map { VCardLineText.escaped(flat($0)) }.joined(separator: ",")
    }.joined(separator: ";")
  }

  private static func flat(_ value: JSONValue) -> String {
    switch value.content {
    case .string(let text), .number(let text): text
    case .boolean(let flag): String(flag)
    case .null, .array, .object: ""
    }
  }
}
