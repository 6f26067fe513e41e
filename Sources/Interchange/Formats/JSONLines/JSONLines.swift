/// Reads linkup's own format: one contact as a JSON object on each line (see the design, "JSON Lines").
enum JSONLines {
  /// The records of a text; what is no record is counted in the summary.
  static func records(of text: SourceText, _ summary: inout Import.Summary) throws(UnknownFormat)
    -> [ContactRecord]
  {
    if text.bytes.first(where: { !$0.isBlank }) == UInt8(ascii: "[") {
      throw UnknownFormat(advice: "is a JSON list: write each contact as one object on a line of its own")
    }
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
