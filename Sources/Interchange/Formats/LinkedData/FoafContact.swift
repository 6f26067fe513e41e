internal import Matchmaking

/// Makes a record of a person or organisation of FOAF.
///
/// What somebody is interested in, or works on, is neither a need nor an offer, so it is kept beside them.
enum FoafContact {
  static func isContact(_ types: [String]) -> Bool {
    types.contains { ["Person", "Agent", "Organization"].contains($0) }
  }

  /// Who knows whom: FOAF's word, and those of the Relationship vocabulary.
  static let ties: [(word: String, kind: Tie.Kind?)] = [
    ("knows", nil), ("acquaintanceOf", .acquaintance), ("friendOf", .friend), ("closeFriendOf", .friend),
    ("worksWith", .colleague), ("colleagueOf", .colleague), ("collaboratesWith", .colleague),
    ("spouseOf", .kin), ("childOf", .kin), ("parentOf", .kin), ("siblingOf", .kin),
  ]

  static func record(
    of described: LinkedNode, _ summary: inout Import.Summary
  ) throws(RecordProblem) -> ContactRecord {
    var node = described
    var record = ContactRecord(line: node.line)
    if let id = LinkedIdentifier.text(of: node.id) { record.contact.id = Contact.ID(id) }
    let nick = try node.text("nick")
    record.contact.name = try name(&node) ?? nick ?? ""
    record.contact.headline = try node.text("olb")
    record.contact.emails = try node.mails("mbox")
    record.contact.phones = try node.phones("phone")
    let pages = try node.addresses("homepage", "weblog", "workplaceHomepage", "workInfoHomepage", "page")
    record.contact.urls = pages.withoutRepeats
    var place = LinkedPlace(node.graph)
    try place.add(node.values("based_near"), "based_near")
    for problem in place.problems { summary.drop(line: node.line, problem) }
    record.contact.place = place.result
    for (word, _) in ties { _ = node.values(word) }
    _ = node.values("member")
    record.contact.unknownFields = try node.rest(of: "foaf")
    if let nick, nick != record.contact.name {
      record.contact.unknownFields["nick"] = JSONText.quoted(nick)
    }
    return record
  }

  private static func name(_ node: inout LinkedNode) throws(RecordProblem) -> String? {
    let given = try node.text("givenName", "givenname", "firstName")
    let family = try node.text("familyName", "family_name", "surname", "lastName")
    let parts = [given, family].compactMap { $0 }
    return try node.text("name", "label") ?? (parts.isEmpty ? nil : parts.joined(separator: " "))
  }
}
