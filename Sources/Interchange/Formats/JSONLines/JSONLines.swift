/// Reads linkup's own format: one contact as a JSON object on each line (see the design, "JSON Lines").
enum JSONLines {
  /// Whether a text is that: no JSON that goes on over many lines, nor one about something else.
  static func recognises(_ text: SourceText) -> Bool {
    guard text.bytes.first(where: { !$0.isBlank }) == UInt8(ascii: "{"), let glance = JSONGlance(text) else {
      return false
    }
    var lines = TextLines(text.bytes).lazy.map { text.bytes[$0.range].trimmed }.filter { !$0.isEmpty }
      .prefix(2).makeIterator()
    let (first, second) = (lines.next() ?? [], lines.next())
    // The first line may be damaged, or be longer than what is looked at.
    let isWhole = (try? JSONReader.value(in: Array(first), 0..<first.count)) != nil
    guard isWhole || second == nil || second?.first == UInt8(ascii: "{") else { return false }
    return !isWhole || isOfContact(glance.first)
  }

  /// Whether the members of an object are a contact's: it says who it is, and much else is of contacts, or a field that only linkup has.
  private static func isOfContact(_ members: Set<String>) -> Bool {
    let known = members.filter {
      UnknownField.ofContacts.contains($0) || ContactColumn(header: $0).map(ofPeople.contains) ?? false
    }
    let saysWho = members.contains(where: isOfIdentity)
    return saysWho
      && (2 * known.count >= members.count
        || !members.isDisjoint(with: ["needs", "offers", "knows", "sources"]))
  }

  private static func isOfIdentity(_ member: String) -> Bool {
    if ["id", "host", "urls"].contains(member) { return true }
    guard let column = ContactColumn(header: member) else { return false }
    return [.name, .firstName, .lastName, .emails].contains(column)
  }

  private static let ofPeople: Set<ContactColumn> = [
    .name, .firstName, .lastName, .emails, .phones, .headline, .organisation, .locality, .needs, .offers,
  ]

  /// The records of a text; what is no record is counted in the summary.
  ///
  /// - Parameter columns: what members mean, where that is said, in lines of another program.
  static func records(
    of text: SourceText, _ columns: SaidColumns, _ summary: inout Import.Summary
  ) -> [ContactRecord] {
    var records: [ContactRecord] = []
    for (number, range) in TextLines(text.bytes) {
      let line = text.bytes[range].trimmed
      if line.isEmpty { continue }
      summary.read += 1
      do throws(RecordProblem) {
        if line.contains(0) { throw RecordProblem(reason: "holds a NUL byte") }
        records.append(try JSONContact.record(of: text.bytes, range, line: number, columns, &summary))
      } catch {
        summary.skip(line: number, error)
      }
    }
    return records
  }
}
