internal import Matchmaking

/// The records made of a graph's nodes, while their listings and ties are added.
struct LinkedRecords {
  private var records: [Int: ContactRecord] = [:]

  /// All of them, in the order of the file.
  var inOrder: [ContactRecord] {
    records.sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }.map(\.value)
  }

  /// Whether a node has become a record.
  func contains(_ node: Int) -> Bool { records[node] != nil }

  /// Makes a record of a node and counts it.
  mutating func read(
    _ node: Int, line: Int, _ summary: inout Import.Summary,
    _ make: (inout Import.Summary) throws(RecordProblem) -> ContactRecord
  ) {
    guard records[node] == nil else { return }
    summary.read += 1
    do throws(RecordProblem) {
      var record = try make(&summary)
      try record.validate()
      records[node] = record
    } catch {
      summary.skip(line: line, error)
    }
  }

  /// Changes the record of a node, if there is one.
  mutating func update(_ node: Int, _ change: (inout ContactRecord) -> Void) {
    // In place: a contact may have any number of listings, and copying them for each is quadratic.
    if records[node] != nil { change(&records[node]!) }
  }

  /// Ties one node's contact to another's. Both get an identifier, so that two of them with the same address
  /// stay two: a file in which people know each other says that they are not one.
  mutating func tie(_ one: Int, to other: Int, _ kind: Tie.Kind?, field: String, address: String?) {
    let target: Contact.ID
    if contains(other) {
      target = identified(other)
    } else if let id = LinkedIdentifier.text(of: address) {
      target = Contact.ID(id)
    } else {
      // What the node was skipped for has been said already, if anything.
      return
    }
    _ = identified(one)
    update(one) {
      $0.references.append(Reference(field: field, target: target, meaning: .tie(kind: kind, since: nil)))
    }
  }

  private mutating func identified(_ node: Int) -> Contact.ID {
    update(node) { record in
      if !record.hasID { record.contact.id = DerivedIdentifier.contact(record.contact) }
    }
    return records[node]?.contact.id ?? Contact.ID("")
  }
}
