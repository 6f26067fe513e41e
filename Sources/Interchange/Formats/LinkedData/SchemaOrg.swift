internal import Matchmaking

/// Reads people, organisations, needs and offers in schema.org's words, as JSON-LD.
///
/// A person is a contact wherever it stands; an organisation is one unless it is named only as somebody's
/// employer. A demand or offer belongs to who seeks or makes it, from either side.
enum SchemaOrg {
  static func recognises(_ text: SourceText) -> Bool {
    guard let glance = JSONGlance(text), !glance.isOwn else { return false }
    return !glance.first.isDisjoint(with: ["@context", "@graph", "@type"])
  }

  static func records(
    of text: SourceText, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    let graph = LinkedGraph(json: text, &summary)
    var records = LinkedRecords()
    let parties = graph.targets(of: ["seller", "offeredBy", "seeker", "customer", "knows", "member"])
    for (index, node) in graph.nodes.enumerated() where SchemaType.isContact(node.types) {
      let isContact =
        node.types.contains("Person") || node.isTop || parties.contains(index)
        || node.properties["seeks"] != nil || node.properties["makesOffer"] != nil
      guard isContact else { continue }
      records.read(index, line: node.line, &summary) { summary throws(RecordProblem) in
        try SchemaContact.record(of: LinkedNode(graph, index), &summary)
      }
    }
    addListings(graph, to: &records, &summary)
    addTies(graph, to: &records, &summary)
    skipOthers(graph, &summary)
    guard summary.read > 0 else {
      throw UnknownFormat(
        advice: "holds no Person, Organization, Demand or Offer of schema.org: name a file that does")
    }
    return records.inOrder
  }

  /// Gives the demands and offers that name their party, and are not named by it, to that party.
  private static func addListings(
    _ graph: LinkedGraph, to records: inout LinkedRecords, _ summary: inout Import.Summary
  ) {
    var placed: Set<Int> = []
    for node in graph.nodes {
      for word in ["seeks", "makesOffer", "hasOfferCatalog"] {
        for case .node(let index) in graph.items(node.properties[word] ?? []) { placed.insert(index) }
      }
    }
    for (index, node) in graph.nodes.enumerated() where SchemaType.isListing(node.types) {
      guard !placed.contains(index) else { continue }
      var listing = LinkedNode(graph, index)
      let party = listing.values("seeker", "seller", "offeredBy", "customer").first
      guard node.isTop || party != nil else { continue }
      let kind: Listing.Kind = node.types.contains("Demand") ? .need : .offer
      if let party, let contact = graph.index(party), records.contains(contact) {
        do throws(RecordProblem) {
          if let listing = try SchemaListing.record(of: .node(index), kind, field: kind.rawValue, listing) {
            records.update(contact) { $0.listings.append(listing) }
          }
        } catch {
          summary.drop(line: node.line, error.reason)
        }
        continue
      }
      records.read(index, line: node.line, &summary) { _ throws(RecordProblem) in
        try record(of: listing, kind, party)
      }
    }
  }

  /// A record of a listing whose party is named and no more.
  private static func record(
    of listing: LinkedNode, _ kind: Listing.Kind, _ party: LinkedGraph.Value?
  ) throws(RecordProblem) -> ContactRecord {
    guard let party, let name = try listing.text(of: party, "party") else {
      throw RecordProblem(reason: "names nobody whose \(kind.rawValue) it is")
    }
    var record = ContactRecord(line: listing.line)
    if let id = LinkedIdentifier.text(of: name) {
      record.contact.id = Contact.ID(id)
    } else {
      record.contact.name = name
    }
    guard
      let words = try SchemaListing.record(
        of: .node(listing.index), kind, field: kind.rawValue, listing)
    else { throw RecordProblem(reason: "says nothing") }
    record.listings = [words]
    return record
  }

  private static func addTies(
    _ graph: LinkedGraph, to records: inout LinkedRecords, _ summary: inout Import.Summary
  ) {
    for (index, node) in graph.nodes.enumerated() where records.contains(index) {
      for (word, kind) in SchemaContact.ties {
        for (number, value) in (node.properties[word] ?? []).enumerated() {
          let field = "\(word)[\(number)]"
          if let other = graph.index(value) {
            records.tie(index, to: other, kind, field: field, address: graph.nodes[other].id)
          } else if case .text(let text) = value, !text.isBlank {
            guard LinkedIdentifier.text(of: text) != nil else {
              summary.drop(line: node.line, "\(field): \(RecordProblem.shown(text)) is nobody of the file")
              continue
            }
            records.tie(index, to: -1, kind, field: field, address: text)
          }
        }
      }
    }
  }

  /// Counts what stands for itself and is nothing that linkup knows, unless others here are described by it.
  private static func skipOthers(_ graph: LinkedGraph, _ summary: inout Import.Summary) {
    var used: Set<Int> = []
    for node in graph.nodes {
      for values in node.properties.values {
        for value in values { if let index = graph.index(value) { used.insert(index) } }
      }
    }
    for (index, node) in graph.nodes.enumerated() where node.isTop && !used.contains(index) {
      let isKnown =
        SchemaType.isContact(node.types) || SchemaType.isListing(node.types) || SchemaType.isPage(node.types)
      // A thing that only wraps people, such as an event with its organiser, has been read for them.
      let inner = node.properties.values.joined().compactMap(graph.index)
      let wraps = inner.contains { SchemaType.isContact(graph.nodes[$0].types) }
      if isKnown || wraps || (node.properties.isEmpty && node.types.isEmpty) { continue }
      summary.read += 1
      let what = node.types.first.map { "a \(RecordProblem.shown($0))" } ?? "what has no type"
      summary.skip(
        line: node.line, RecordProblem(reason: "\(what) is no person, organisation, need or offer"))
    }
  }
}
