internal import Matchmaking

/// The files of a LinkedIn archive that say something of the host or of contacts, each known by its header.
///
/// Recommendations given and received have the same header, and the host's skills have the header `Name` alone: these
/// three are told by the file's name as well.
enum LinkedInFile: CaseIterable {
  case profile, emailAddresses, phoneNumbers, languages, skills, positions
  case connections
  case endorsementsGiven, endorsementsReceived, recommendationsGiven, recommendationsReceived
  case invitations, messages

  /// The first that a text is, if any.
  init?(_ text: SourceText, named name: String) {
    guard let file = Self.allCases.first(where: { $0.table(text, named: name) != nil }) else { return nil }
    self = file
  }

  /// When the file's turn comes: whose archive it is, who the contacts are, what passed between them.
  var rank: Int {
    switch self {
    case .profile: 0
    case .emailAddresses, .phoneNumbers, .languages, .skills, .positions: 1
    case .connections: 2
    case .endorsementsGiven, .endorsementsReceived, .recommendationsGiven, .recommendationsReceived: 3
    case .invitations, .messages: 3
    }
  }

  /// The records of a file of an archive; what is no record is counted in the summary.
  static func records(
    of text: SourceText, host: Contact?, keepsBodies: Bool, _ summary: inout Import.Summary,
    progress: (Int) -> Void
  ) throws(UnknownFormat) -> [ContactRecord] {
    guard let file = LinkedInFile(text, named: summary.file),
      let table = file.table(text, named: summary.file)
    else {
      throw UnknownFormat(
        advice:
          "is none of the files of a LinkedIn archive that say something of contacts: name Connections.csv, "
          + "messages.csv, or the whole archive")
    }
    switch file {
    case .connections:
      return LinkedInConnections(text)?.records(hasHost: host != nil, &summary, progress: progress) ?? []
    case .profile, .emailAddresses, .phoneNumbers, .languages, .skills, .positions:
      return LinkedInHost.records(of: table, file, host: host, &summary)
    case .endorsementsGiven, .endorsementsReceived, .recommendationsGiven, .recommendationsReceived:
      return LinkedInPraise.records(of: table, file, hasHost: host != nil, &summary)
    case .invitations, .messages:
      guard let host else { throw UnknownFormat(advice: nobody) }
      return LinkedInMessages(host: host, keepsBodies: keepsBodies)
        .records(of: table, areInvitations: file == .invitations, &summary)
    }
  }

  private func table(_ text: SourceText, named name: String) -> HeadedTable? {
    let name = name.lowercased()
    return HeadedTable(text) { headers in
      switch self {
      // Programs that look for people on LinkedIn write lists with some of these columns.
      case .profile:
        headers.isSuperset(of: ["firstname", "lastname", "headline", "industry", "summary"])
          && headers.isDisjoint(with: ["fullname", "email", "companyname", "company"])
      case .emailAddresses: headers.isSuperset(of: ["emailaddress", "confirmed", "primary"])
      case .phoneNumbers: headers == ["extension", "number", "type"]
      case .languages: headers == ["name", "proficiency"]
      case .skills: headers == ["name"] && name.contains("skills")
      case .positions: headers.isSuperset(of: ["companyname", "title", "startedon", "finishedon"])
      case .connections: LinkedInConnections.isHeader(headers)
      case .endorsementsGiven: headers.isSuperset(of: ["skillname", "endorseefirstname", "endorseelastname"])
      case .endorsementsReceived:
        headers.isSuperset(of: ["skillname", "endorserfirstname", "endorserlastname"])
      case .recommendationsGiven: Self.isRecommendations(headers) && name.contains("given")
      case .recommendationsReceived: Self.isRecommendations(headers) && name.contains("received")
      case .invitations: headers.isSuperset(of: ["from", "to", "sentat"])
      case .messages:
        // Not those of LinkedIn's own programs: learning_coach_messages.csv.
        headers.isSuperset(of: ["from", "to", "date", "content"]) && !name.contains("coach")
      }
    }
  }

  private static let nobody =
    "whose messages are these? Import Profile.csv of the same archive with it, or name the host first: "
    + "linkup add \"Your Name\" --host"

  private static func isRecommendations(_ headers: Set<String>) -> Bool {
    headers.isSuperset(of: ["lastname", "company", "jobtitle", "text", "status"])
  }
}
