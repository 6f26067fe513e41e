/// The nodes of a document of linked data and what they say of one another: what JSON-LD and RDF/XML have in
/// common, whichever way round a file writes it.
///
/// A node that a file describes in several places is one node. Nodes may refer to one another in circles.
struct LinkedGraph {
  /// What a node says under one word.
  enum Value {
    case text(String)
    /// A number, or true or false, as JSON text.
    case literal(String)
    /// Another node, by its index.
    case node(Int)
  }

  struct Node {
    /// Its address, or a name within the document.
    var id: String?
    /// The 1-based line on which it is described.
    var line: Int
    /// Whether it stands for itself and not within another one.
    var isTop = false
    var types: [String] = []
    var properties: [String: [Value]] = [:]

    /// Whether anything is said of it, or it is named alone.
    var isDescribed: Bool { !types.isEmpty || !properties.isEmpty }
  }

  private(set) var nodes: [Node] = []
  private var indexes: [String: Int] = [:]

  /// The node with an identifier, which is made if it is not there yet; a new one if there is no identifier.
  mutating func node(_ id: String?, line: Int) -> Int {
    if let id, let known = indexes[id] {
      if !nodes[known].isDescribed { nodes[known].line = line }
      return known
    }
    nodes.append(Node(id: id, line: line))
    if let id { indexes[id] = nodes.count - 1 }
    return nodes.count - 1
  }

  /// The node that a text names, if the file describes one.
  /// Lets a node be found under another spelling of its address too.
  mutating func alias(_ id: String, of index: Int) {
    if indexes[id] == nil { indexes[id] = index }
  }

  mutating func setTop(_ index: Int) { nodes[index].isTop = true }

  mutating func add(type: String, to index: Int) {
    // Nothing is of more kinds than a few, and comparing many with one another is quadratic.
    guard nodes[index].types.count < 16, !nodes[index].types.contains(type) else { return }
    nodes[index].types.append(type)
  }

  mutating func add(_ values: [Value], as word: String, to index: Int) {
    if !values.isEmpty { nodes[index].properties[word, default: []] += values }
  }

  /// The nodes to which any node refers by one of some words.
  func targets(of words: Set<String>) -> Set<Int> {
    var targets: Set<Int> = []
    for node in nodes {
      for (word, values) in node.properties where words.contains(word) {
        for value in values { if let target = index(value) { targets.insert(target) } }
      }
    }
    return targets
  }

  /// The node that a value is, or whose address it is.
  func index(_ value: Value) -> Int? {
    switch value {
    case .node(let index): index
    case .text(let text): indexes[text]
    case .literal: nil
    }
  }

  /// What to call a node: its name, or that of what it stands for.
  func label(_ index: Int, depth: Int = 0) -> String? {
    let properties = nodes[index].properties
    for word in ["name", "title", "label", "prefLabel", "legalName", "alternateName"] {
      for case .text(let text)? in properties[word] ?? [] where !text.isBlank { return text.trimmed }
    }
    // An organisation may stand within the role that somebody has in it.
    guard depth < 3 else { return nil }
    for word in ["memberOf", "worksFor", "affiliation", "roleName"] {
      if case .node(let inner)? = properties[word]?.first, let label = label(inner, depth: depth + 1) {
        return label
      }
    }
    return nil
  }
}
