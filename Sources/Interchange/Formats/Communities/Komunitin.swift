internal import Matchmaking

/// Reads the members, offers and needs of an exchange community as Komunitin's API gives them (JSON:API): what
/// was asked for in `data`, and what it refers to in `included`.
enum Komunitin {
  static func recognises(_ text: SourceText) -> Bool {
    guard let glance = JSONGlance(text), !glance.isList, !glance.isOwn else { return false }
    if glance.first.contains("jsonapi") { return true }
    return glance.first.contains("data") && glance.second.contains("type")
      && !glance.second.isDisjoint(with: ["attributes", "relationships"])
  }

  static func records(
    of text: SourceText, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    let documents = JSONDocuments(text)
    var reading = KomunitinReading(documents)
    for range in documents.ranges {
      let members = documents.outline.members(of: range)
      for (name, value) in members where name == "included" {
        for element in documents.outline.elements(of: value) {
          reading.add(element, isIncluded: true, &summary)
        }
      }
      let data = members.first { $0.name == "data" }?.value ?? range
      for element in documents.outline.elements(of: data) {
        reading.add(element, isIncluded: false, &summary)
      }
    }
    guard reading.hasResources || summary.read > 0 else {
      throw UnknownFormat(advice: "holds no members, offers or needs of a community")
    }
    return reading.records(&summary)
  }
}
