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
    return !isWhole || !glance.first.isDisjoint(with: identifying)
  }

  /// Members of which a line must have one.
  private static let identifying = ["id", "name", "host", "emails", "urls"]

  /// The records of a text; what is no record is counted in the summary.
  static func records(of text: SourceText, _ summary: inout Import.Summary) -> [ContactRecord] {
    var records: [ContactRecord] = []
    for (number, range) in TextLines(text.bytes) {
      let line = text.bytes[range].trimmed
      if line.isEmpty { continue }
      summary.read += 1
      do throws(RecordProblem) {
        if line.contains(0) { throw RecordProblem(reason: "holds a NUL byte") }
        records.append(try JSONContact.record(of: text.bytes, range, line: number))
      } catch {
        summary.skip(line: number, error)
      }
    }
    return records
  }
}
