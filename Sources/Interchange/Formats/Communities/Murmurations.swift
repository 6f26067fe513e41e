internal import Matchmaking

/// Reads profiles of the Murmurations network: offers and wants, people and organisations; one, a list, one on
/// each line, or what its index answers.
enum Murmurations {
  static func recognises(_ text: SourceText) -> Bool {
    guard let glance = JSONGlance(text), !glance.isOwn, !glance.first.contains("@context") else {
      return false
    }
    let marks: Set = ["linked_schemas", "exchange_type"]
    if !glance.first.isDisjoint(with: marks) { return true }
    return glance.first.contains("data") && !glance.second.isDisjoint(with: marks.union(["profile_url"]))
  }

  static func records(
    of text: SourceText, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    let documents = JSONDocuments(text)
    var records: [ContactRecord] = []
    for range in documents.ranges {
      let data = documents.outline.members(of: range).first { $0.name == "data" }?.value
      for element in documents.outline.elements(of: data ?? range) {
        let line = documents.line(of: element)
        summary.read += 1
        do throws(RecordProblem) {
          let value = try documents.value(element)
          var record = try MurmurationsProfile.record(of: value, in: documents.bytes, line: line)
          try record.validate()
          records.append(record)
        } catch {
          summary.skip(line: line, error)
        }
      }
    }
    guard summary.read > 0 else { throw UnknownFormat(advice: "holds no profiles of Murmurations") }
    return records
  }
}
