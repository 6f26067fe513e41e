/// One node of a graph while a record is made of it: each of its words is taken once, and what nobody took is
/// left.
struct LinkedNode {
  let graph: LinkedGraph
  let index: Int
  private var taken: Set<String> = []

  init(_ graph: LinkedGraph, _ index: Int) {
    self.graph = graph
    self.index = index
  }

  private var node: LinkedGraph.Node { graph.nodes[index] }

  var id: String? { node.id }
  var line: Int { node.line }
  var types: [String] { node.types }

  /// What the node says under some words, the first word's values first.
  mutating func values(_ words: String...) -> [LinkedGraph.Value] {
    words.flatMap { word in
      taken.insert(word)
      return node.properties[word] ?? []
    }
  }

  /// The texts under some words; a node stands for its name, and for its address where it has none.
  mutating func texts(_ words: String..., limit: FieldLimit = .text) throws(RecordProblem) -> [String] {
    var texts: [String] = []
    for word in words {
      for value in values(word) {
        if let text = try text(of: value, word, limit) { texts.append(text) }
      }
    }
    return texts
  }

  /// The first text under some words.
  mutating func text(_ words: String..., limit: FieldLimit = .text) throws(RecordProblem) -> String? {
    var first: String?
    for word in words {
      for value in values(word) where first == nil { first = try text(of: value, word, limit) }
    }
    return first
  }

  /// The addresses under some words: a node stands for where it lies, and not for its name.
  mutating func addresses(_ words: String...) throws(RecordProblem) -> [String] {
    var texts: [String] = []
    for word in words {
      for value in values(word) {
        var text: String?
        if case .node(let other) = value {
          text = graph.nodes[other].id
          if text == nil, case .text(let url)? = graph.nodes[other].properties["url"]?.first { text = url }
        } else {
          text = try self.text(of: value, word, .text)
        }
        if let text = text?.trimmed, !text.isEmpty, !text.hasPrefix("_:") {
          if text.utf8.contains(0) { throw RecordProblem(reason: "\(word): holds a NUL byte") }
          try FieldLimit.text.check(text, of: word)
          texts.append(text)
        }
      }
    }
    return texts
  }

  /// The mail addresses under some words.
  mutating func mails(_ word: String) throws(RecordProblem) -> [String] {
    try addresses(word).map(ContactAddress.mail).filter { !$0.isEmpty && !$0.utf8.contains(0) }
  }

  /// The telephone numbers under some words.
  mutating func phones(_ word: String) throws(RecordProblem) -> [String] {
    try addresses(word).map(ContactAddress.phone).filter { !$0.isEmpty }
  }

  /// What a value says in words; nil if nothing.
  func text(
    of value: LinkedGraph.Value, _ word: String, _ limit: FieldLimit = .text
  ) throws(RecordProblem) -> String? {
    let text: String
    switch value {
    case .text(let written): text = written.trimmed
    case .literal(let written): text = written
    case .node(let other):
      guard let label = graph.label(other) ?? graph.nodes[other].id, !label.hasPrefix("_:") else {
        return nil
      }
      text = label
    }
    guard !text.isBlank else { return nil }
    if text.utf8.contains(0) { throw RecordProblem(reason: "\(word): holds a NUL byte") }
    try limit.check(text, of: word)
    return text
  }

  /// The words that nobody took, each as the JSON text of what it says.
  func rest(of system: String) throws(RecordProblem) -> [String: String] {
    var rest: [String: String] = [:]
    for (word, values) in node.properties where !taken.contains(word) {
      var texts: [String] = []
      for value in values {
        if case .literal(let written) = value {
          texts.append(written)
        } else if let text = try text(of: value, word, .notes) {
          texts.append(JSONText.quoted(text))
        }
      }
      if texts.isEmpty { continue }
      let json = texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ","))]"
      try FieldLimit.notes.check(json, of: word)
      rest[UnknownField.name(word, of: system)] = json
    }
    return rest
  }
}
