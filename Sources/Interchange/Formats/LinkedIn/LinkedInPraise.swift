internal import Matchmaking

/// Reads endorsements and recommendations of a LinkedIn archive: what somebody is good at, and a word between two people.
enum LinkedInPraise {
  /// Those that the host gave say what others are good at; those received say it of the host.
  static func records(
    of table: HeadedTable, _ file: LinkedInFile, hasHost: Bool, _ summary: inout Import.Summary
  ) -> [ContactRecord] {
    var records: [ContactRecord] = []
    var positions: [String: Int] = [:]
    var hostSkills: [String] = []
    let isGiven = file == .endorsementsGiven || file == .recommendationsGiven
    table.forEach(&summary) { row throws(RecordProblem) in
      if let status = row["endorsementstatus", "status"], refused.contains(status.lowercased()) {
        return false
      }
      var record = ContactRecord(line: row.line)
      switch file {
      case .endorsementsGiven: record.contact.name = row.name("endorseefirstname", "endorseelastname")
      case .endorsementsReceived: record.contact.name = row.name("endorserfirstname", "endorserlastname")
      default: record.contact.name = row.name("firstname", "lastname")
      }
      record.contact.urls = [row["endorseepublicurl", "endorserpublicurl"]].compactMap { $0 }
      record.joinsOnly = true
      record.fillsOnly = true
      let key = record.contact.urls.first ?? record.contact.name
      if let known = positions[key] { record = records[known] }
      if let skill = row["skillname"] {
        if isGiven { record.skills.append(skill) } else { hostSkills.append(skill) }
      }
      if isGiven, let text = row["text"] {
        let both = [record.recommendation, text].compactMap { $0 }.joined(separator: "\n")
        if both.utf8.count <= FieldLimit.notes.rawValue { record.recommendation = both }
      }
      if hasHost, let day = row["endorsementdate", "creationdate"].flatMap(LinkedInDay.day) {
        let from: Reference.Side = isGiven ? .other : .this
        let isKnown = record.references.contains {
          if case .interaction(_, day, _, _) = $0.meaning { true } else { false }
        }
        if !isKnown {
          record.references.append(
            Reference(
              field: "comment", target: nil, meaning: .interaction(.comment, day: day, from: from)))
        }
      }
      if let known = positions[key] {
        records[known] = record
        return false
      }
      positions[key] = records.count
      records.append(record)
      return true
    }
    if hasHost, !hostSkills.isEmpty {
      var record = ContactRecord(line: 1)
      record.isHost = true
      record.skills = hostSkills
      summary.read += 1
      records.append(record)
    }
    return records
  }

  private static let refused: Set<String> = ["rejected", "declined", "pending", "hidden"]
}
