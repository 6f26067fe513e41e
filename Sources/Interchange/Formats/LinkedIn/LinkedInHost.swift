internal import Matchmaking

/// What a LinkedIn archive says of the host, whose archive it is: profile, addresses, languages, skills and positions.
enum LinkedInHost {
  /// One record of the host for each row.
  ///
  /// - Parameter host: what is known of the host by now.
  static func records(
    of table: HeadedTable, _ file: LinkedInFile, host: Contact?, _ summary: inout Import.Summary
  ) -> [ContactRecord] {
    var records: [ContactRecord] = []
    var hasPosition = false
    // A title stands for a headline only where there is none, or an older one of its kind.
    let source = host?.headline == nil ? nil : host?.sources[.headline]
    let needsHeadline =
      host?.headline == nil
      || source.map { NewerRecord.kind(of: $0) == NewerRecord.kind(of: summary.file) } ?? false
    table.forEach(&summary) { row throws(RecordProblem) in
      var record = ContactRecord(line: row.line)
      record.isHost = true
      switch file {
      case .profile: readProfile(row, into: &record)
      case .emailAddresses:
        if row["confirmed"]?.lowercased() == "no" { return false }
        record.contact.emails = [row["emailaddress"]].compactMap { $0 }
      case .phoneNumbers: record.contact.phones = [row["number"]].compactMap { $0 }
      case .languages: record.contact.languages = [row["name"]].compactMap { $0 }
      case .skills: record.skills = [row["name"]].compactMap { $0 }
      case .positions:
        // The newest comes first; past positions say what the host did.
        if row["finishedon"] == nil, !hasPosition {
          hasPosition = true
          record.contact.organisation = row["companyname"]
          if needsHeadline { record.contact.headline = row["title"] }
        }
      default: break
      }
      records.append(record)
      return true
    }
    return records
  }

  private static func readProfile(_ row: HeadedTable.Row, into record: inout ContactRecord) {
    record.contact.name = row.name("firstname", "lastname")
    record.contact.headline = row["headline"]
    if let place = row["geolocation"] ?? row["address"] {
      record.contact.place = Place(locality: place, country: row["country"])
    }
    record.contact.unknownFields["industry"] = row["industry"].map(JSONText.quoted)
    record.contact.unknownFields["summary"] = row["summary"].map(JSONText.quoted)
    // [COMPANY:https://example.org,PERSONAL:https://example.net]
    record.contact.urls = (row["websites"] ?? "").split { "[], ".contains($0) }
      .compactMap { site in site.firstRange(of: "http").map { String(site[$0.lowerBound...]) } }
  }
}
