internal import Matchmaking

/// Reads intents in the words of Valueflows: as JSON-LD, as ActivityPub's marketplaces write proposals
/// (FEP-0837), and as its GraphQL answers.
///
/// An intent with a provider alone is an offer, one with a receiver alone a need; agents are contacts.
enum Valueflows {
  static func recognises(_ text: SourceText) -> Bool {
    guard let glance = JSONGlance(text), !glance.isOwn else { return false }
    let words = glance.first.union(glance.second).union(glance.third)
    let parties: Set = [
      "provider", "receiver", "resourceConformsTo", "publishes", "vf:provider", "vf:receiver",
    ]
    if glance.first.isDisjoint(with: ["@context", "@graph"]) {
      let isAnswer = glance.first.contains("data") && !words.isDisjoint(with: answers)
      let isIntent = glance.first.contains("action") || glance.first.contains("publishes")
      return isAnswer || !glance.first.isDisjoint(with: answers) && !words.isDisjoint(with: parties)
        || isIntent && !glance.first.isDisjoint(with: parties)
    }
    return String(decoding: text.bytes.prefix(65_536), as: UTF8.self).contains("valueflows")
      || !words.isDisjoint(with: parties) && !words.isDisjoint(with: ["action", "vf:action", "purpose"])
  }

  /// Under what a GraphQL answer keeps what was asked for.
  private static let answers: Set = [
    "intents", "intent", "proposals", "proposal", "allProposals", "allIntents",
  ]
  private static let agents: Set = [
    "agents", "agent", "people", "person", "organizations", "organization", "myAgent", "allAgents",
  ]

  static func records(
    of text: SourceText, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    let graph = LinkedGraph(json: text, &summary)
    let proposals = ValueflowsProposals(graph)
    var records = LinkedRecords()
    let parties = graph.targets(of: ["provider", "receiver", "attributedTo"])
    let answered = graph.answers(under: agents)
    for (index, node) in graph.nodes.enumerated() {
      let isAgent = node.types.contains {
        ["Person", "Agent", "Organization", "EcologicalAgent"].contains($0)
      }
      guard isAgent || parties.contains(index) || answered.contains(index) else { continue }
      records.read(index, line: node.line, &summary) { summary throws(RecordProblem) in
        try agent(LinkedNode(graph, index), &summary)
      }
    }
    // Agents who are named by their addresses alone, with negative numbers in place of nodes.
    var named: [String: Int] = [:]
    for (index, node) in graph.nodes.enumerated() where proposals.isIntent(index) {
      var reading = ValueflowsIntent(LinkedNode(graph, index), proposals.proposal(of: index))
      do throws(RecordProblem) {
        let (kind, party) = try reading.party()
        let listing = try reading.listing(kind)
        let contact: Int
        if let known = graph.index(party), records.contains(known) {
          contact = known
        } else {
          let id = try reading.intent.text(of: party, "agent") ?? ""
          contact = named[id] ?? -1 - named.count
          named[id] = contact
          records.read(contact, line: node.line, &summary) { _ throws(RecordProblem) in
            var record = ContactRecord(line: node.line)
            record.contact.id = Contact.ID(id)
            return record
          }
        }
        records.update(contact) { $0.listings.append(listing) }
      } catch {
        summary.read += 1
        summary.skip(line: node.line, error)
      }
    }
    guard summary.read > 0 else {
      throw UnknownFormat(advice: "holds no intents, proposals or agents of Valueflows")
    }
    return records.inOrder
  }

  private static func agent(
    _ described: LinkedNode, _ summary: inout Import.Summary
  ) throws(RecordProblem) -> ContactRecord {
    var node = described
    var record = ContactRecord(line: node.line)
    // Identifiers in GraphQL are no addresses, but stable.
    if let id = node.id, !id.hasPrefix("_:"), !id.hasPrefix("#") {
      record.contact.id = Contact.ID(LinkedIdentifier.text(of: id) ?? id)
    }
    record.contact.name = try node.text("name", "preferredUsername", "displayUsername") ?? ""
    record.contact.emails = try node.mails("email") + node.mails("mbox")
    record.contact.phones = try node.phones("phone")
    record.contact.urls = try node.addresses("url", "primaryUrl")
    let note = try node.text("note", "summary", limit: .notes).map(PlainText.words)
    record.contact.headline = note.flatMap(ListingWords.headline)
    record.contact.unknownFields = try node.rest(of: "valueflows")
    if let note { record.contact.unknownFields["note"] = JSONText.quoted(note) }
    var place = LinkedPlace(node.graph)
    try place.add(node.values("primaryLocation", "location", "based_near"), "primaryLocation")
    for problem in place.problems { summary.drop(line: node.line, problem) }
    record.contact.place = place.result
    return record
  }
}

extension LinkedGraph {
  /// The nodes that a GraphQL answer gives under some fields, be it as edges of a connection.
  func answers(under words: Set<String>) -> Set<Int> {
    var found: Set<Int> = []
    for index in targets(of: words) {
      let inner = ["edges", "nodes"].flatMap { nodes[index].properties[$0] ?? [] }
      if inner.isEmpty { found.insert(index) }
      for case .node(let edge) in inner {
        let ends = nodes[edge].properties["node"] ?? [.node(edge)]
        for case .node(let end) in ends { found.insert(end) }
      }
    }
    return found
  }
}
