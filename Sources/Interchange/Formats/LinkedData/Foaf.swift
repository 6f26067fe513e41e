internal import Matchmaking

/// Reads FOAF, Friend of a Friend, in RDF/XML: people who describe themselves and say whom they know.
enum Foaf {
  private static let namespace = "http://xmlns.com/foaf/0.1/"

  static func recognises(_ text: SourceText) -> Bool {
    let head = text.bytes.prefix(65_536)
    guard head.first(where: { !$0.isBlank }) == UInt8(ascii: "<") else { return false }
    let start = String(decoding: head, as: UTF8.self)
    return start.contains(namespace) && start.contains("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
  }

  /// The records of a text.
  ///
  /// - Parameter host: the network's host; without one, whoever a document says it is about becomes it.
  static func records(
    of text: SourceText, host: Contact?, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    let (graph, fault) = RDFReader.graph(of: try XMLEntities.replaced(in: text.bytes))
    var records = LinkedRecords()
    for (index, node) in graph.nodes.enumerated() where FoafContact.isContact(node.types) {
      records.read(index, line: node.line, &summary) { summary throws(RecordProblem) in
        try FoafContact.record(of: LinkedNode(graph, index), &summary)
      }
    }
    if let fault {
      if summary.read == 0 { throw UnknownFormat(advice: "is \(fault.reason) at line \(fault.line)") }
      summary.read += 1
      summary.skip(
        line: fault.line, RecordProblem(reason: "\(fault.reason): what follows cannot be read"))
    }
    guard summary.read > 0 else {
      throw UnknownFormat(advice: "holds no foaf:Person, Agent or Organization: name a file that does")
    }
    addTies(graph, to: &records, &summary)
    addGroups(graph, to: &records)
    if host == nil { summary.guessesHost = setHost(graph, in: &records) }
    return records.inOrder
  }

  private static func addTies(
    _ graph: LinkedGraph, to records: inout LinkedRecords, _ summary: inout Import.Summary
  ) {
    for (index, node) in graph.nodes.enumerated() where records.contains(index) {
      for (word, kind) in FoafContact.ties {
        for (number, value) in (node.properties[word] ?? []).enumerated() {
          guard let other = graph.index(value) else { continue }
          records.tie(
            index, to: other, kind, field: "\(word)[\(number)]", address: graph.nodes[other].id)
        }
      }
    }
  }

  private static func addGroups(_ graph: LinkedGraph, to records: inout LinkedRecords) {
    for (index, node) in graph.nodes.enumerated() {
      guard let members = node.properties["member"], let name = graph.label(index) else { continue }
      for member in members {
        if let contact = graph.index(member) { records.update(contact) { $0.groups.append(name) } }
      }
    }
  }

  /// Takes the maker of a document about oneself for the host; false if there is none.
  private static func setHost(_ graph: LinkedGraph, in records: inout LinkedRecords) -> Bool {
    for node in graph.nodes where node.types.contains("PersonalProfileDocument") {
      for value in (node.properties["primaryTopic"] ?? []) + (node.properties["maker"] ?? []) {
        if let index = graph.index(value), records.contains(index) {
          records.update(index) { $0.isHost = true }
          return true
        }
      }
    }
    return false
  }
}
