extension LinkedGraph {
  /// Reads JSON-LD, or plain JSON in the same words: a document, a list, or one object on each line. A part
  /// that is no valid JSON is counted as a record and skipped.
  init(json text: SourceText, _ summary: inout Import.Summary) {
    let documents = JSONDocuments(text)
    for (number, range) in documents.ranges.enumerated() {
      for element in documents.outline.elements(of: range) {
        var reader = LinkedJSON(documents: documents, number: number)
        reader.read(element, into: &self, &summary)
      }
    }
  }
}

/// Reads one JSON-LD object into a graph.
private struct LinkedJSON {
  let documents: JSONDocuments
  /// Sets names that hold within one document apart from those of another.
  let number: Int

  mutating func read(_ range: Range<Int>, into graph: inout LinkedGraph, _ summary: inout Import.Summary) {
    let members = documents.outline.members(of: range)
    guard let list = members.first(where: { $0.name == "@graph" })?.value else {
      return read(range, in: LinkedContext(), into: &graph, &summary)
    }
    var context = LinkedContext()
    if let range = members.first(where: { $0.name == "@context" })?.value,
      let value = try? documents.value(range)
    {
      context = context.extended(by: value)
    }
    for element in documents.outline.elements(of: list) { read(element, in: context, into: &graph, &summary) }
  }

  private func read(
    _ range: Range<Int>, in context: LinkedContext, into graph: inout LinkedGraph,
    _ summary: inout Import.Summary
  ) {
    do throws(RecordProblem) {
      let value = try documents.value(range)
      guard case .object = value.content else {
        throw RecordProblem(reason: "\(value.kind) is no object")
      }
      for case .node(let index) in values(of: value, in: context, &graph) { graph.setTop(index) }
    } catch {
      summary.read += 1
      summary.skip(line: documents.line(of: range), error)
    }
  }

  /// What a JSON value says: an object is a node, lists are flat. No deeper than the reader lets them nest.
  private func values(
    of value: JSONValue, in context: LinkedContext, _ graph: inout LinkedGraph
  ) -> [LinkedGraph.Value] {
    switch value.content {
    case .null: []
    case .string(let text): [.text(text)]
    case .number(let text): [.literal(text)]
    case .boolean(let flag): [.literal(flag ? "true" : "false")]
    case .array(let elements): elements.flatMap { values(of: $0, in: context, &graph) }
    case .object(let members): values(of: members, at: value.range, in: context, &graph)
    }
  }

  private func values(
    of members: [String: JSONValue], at range: Range<Int>, in outer: LinkedContext,
    _ graph: inout LinkedGraph
  ) -> [LinkedGraph.Value] {
    let context = members["@context"].map(outer.extended) ?? outer
    var id: String?
    var types: [String] = []
    var rest: [(word: String, value: JSONValue)] = []
    for (name, value) in members.sorted(by: { $0.value.range.lowerBound < $1.value.range.lowerBound }) {
      let word = context.word(name)
      switch word {
      case "@context", "@reverse", "@index", "@language", "@direction", "@base", "@version": break
      case "@value", "@list", "@set": return values(of: value, in: context, &graph)
      case "@id", "id": id = id ?? address(value)
      case "@type", "__typename": types += texts(value).map(context.word)
      default: rest.append((word, value))
      }
    }
    if types.isEmpty, let plain = members["type"] {
      types = texts(plain).map(context.word)
      rest.removeAll { $0.word == "type" }
    }
    let index = graph.node(id.map { self.name($0, in: context) }, line: documents.line(of: range))
    if let id { graph.alias(id, of: index) }
    for type in types { graph.add(type: type, to: index) }
    for (word, value) in rest {
      let values = values(of: value, in: context, &graph)
      if word.hasPrefix("@") {
        for case .node(let inner) in values { graph.setTop(inner) }
      } else {
        graph.add(values, as: word, to: index)
      }
    }
    return [.node(index)]
  }

  /// An identifier: ActivityPub, GraphQL and others write it without `@`, and some as a number.
  private func address(_ value: JSONValue) -> String? {
    switch value.content {
    case .string(let text): text.isBlank ? nil : text.trimmed
    case .number(let text): text
    default: nil
    }
  }

  private func texts(_ value: JSONValue) -> [String] {
    switch value.content {
    case .string(let text): [text]
    case .array(let elements):
      elements.compactMap { if case .string(let text) = $0.content { text } else { nil } }
    default: []
    }
  }

  private func name(_ id: String, in context: LinkedContext) -> String {
    if id.hasPrefix("_:") || id.hasPrefix("#") { return number == 0 ? id : "\(id)@\(number)" }
    return context.address(id)
  }
}
