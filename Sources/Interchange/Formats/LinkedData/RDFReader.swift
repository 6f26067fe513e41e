internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// Reads RDF/XML (W3C, 2014) into a graph: node elements hold property elements, which hold a text, a
/// reference or node elements.
///
/// External entities are never loaded, and those that a file declares must be replaced before; see ``XMLEntities``.
final class RDFReader: NSObject, XMLParserDelegate {
  private var graph = LinkedGraph()
  private var open: [Element] = []
  private var prefixes = LinkedVocabulary.prefixes
  private var line = 1
  private var faultLine: Int?

  private enum Element {
    /// `rdf:RDF`, or what else holds nodes that stand for themselves.
    case document
    case node(Int)
    /// A property of a node, with its text so far and whether a node stands in it.
    case property(of: Int, word: String, text: String, isNode: Bool)
    /// What stands in XML that is a text.
    case markup
  }

  private static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

  /// The graph as far as the text could be read, and where and why it could be read no further.
  static func graph(of bytes: [UInt8]) -> (graph: LinkedGraph, fault: (line: Int, reason: String)?) {
    let reader = RDFReader()
    let parser = XMLParser(reading: bytes, for: reader)
    let isWhole = parser.parse() && parser.parserError == nil
    // On Linux the parser takes some faults for the end of the text and says that all is well.
    if isWhole, reader.faultLine == nil, reader.open.isEmpty { return (reader.graph, nil) }
    return (reader.graph, (reader.faultLine ?? max(parser.lineNumber, reader.line), "no well-formed XML"))
  }

  func parser(_ parser: XMLParser, didStartMappingPrefix prefix: String, toURI namespaceURI: String) {
    prefixes[prefix] = namespaceURI
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    line = parser.lineNumber
    let address = (namespaceURI ?? "") + name
    switch open.last {
    case nil where address == Self.rdf + "RDF": open.append(.document)
    case nil, .document: startNode(address, attributes, in: nil)
    case .node(let owner): startProperty(LinkedVocabulary.word(of: address), of: owner, attributes)
    case .property(let owner, let word, _, _): startNode(address, attributes, in: (owner, word))
    case .markup: open.append(.markup)
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard case .property(let owner, let word, let text, let isNode)? = open.popLast() else { return }
    if !isNode, !text.isBlank { graph.add([.text(text.trimmed)], as: word, to: owner) }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    faultLine = faultLine ?? max(parser.lineNumber, line)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { add(string) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { add(String(decoding: block, as: UTF8.self)) }

  private func add(_ string: String) {
    guard let last = open.lastIndex(where: { if case .markup = $0 { false } else { true } }),
      case .property(let owner, let word, var text, let isNode) = open[last],
      // A longer one is refused where it is read.
      text.utf8.count <= FieldLimit.notes.rawValue
    else { return }
    // Nothing else holds the text then, so that it grows in place.
    open[last] = .markup
    text += string
    open[last] = .property(of: owner, word: word, text: text, isNode: isNode)
  }

  private func startNode(
    _ address: String, _ attributes: [String: String], in property: (owner: Int, word: String)?
  ) {
    let terms = expanded(attributes)
    let id =
      terms[Self.rdf + "about"] ?? terms[Self.rdf + "ID"].map { "#" + $0 }
      ?? terms[Self.rdf + "nodeID"].map { "_:" + $0 }
    let index = graph.node(id, line: line)
    if address != Self.rdf + "Description" { graph.add(type: LinkedVocabulary.word(of: address), to: index) }
    describe(index, by: terms)
    if let property {
      graph.add([.node(index)], as: property.word, to: property.owner)
      open[open.count - 1] = .property(of: property.owner, word: property.word, text: "", isNode: true)
    } else {
      graph.setTop(index)
    }
    open.append(.node(index))
  }

  private func startProperty(_ word: String, of owner: Int, _ attributes: [String: String]) {
    let terms = expanded(attributes)
    let reference = terms[Self.rdf + "resource"] ?? terms[Self.rdf + "nodeID"].map { "_:" + $0 }
    if word == Self.rdf + "type" {
      if let reference { graph.add(type: LinkedVocabulary.word(of: reference), to: owner) }
      return open.append(.property(of: owner, word: word, text: "", isNode: true))
    }
    switch terms[Self.rdf + "parseType"] {
    case "Resource":
      let index = graph.node(nil, line: line)
      graph.add([.node(index)], as: word, to: owner)
      return open.append(.node(index))
    case "Literal":
      open.append(.property(of: owner, word: word, text: "", isNode: false))
      return
    default: break
    }
    // Attributes that are none of RDF's own describe a node that has no element.
    let isNode = reference != nil || terms.keys.contains { LinkedVocabulary.word(of: $0) != $0 }
    if isNode {
      let index = graph.node(reference, line: line)
      describe(index, by: terms)
      graph.add([.node(index)], as: word, to: owner)
    }
    open.append(.property(of: owner, word: word, text: "", isNode: isNode))
  }

  private func describe(_ index: Int, by terms: [String: String]) {
    for (address, text) in terms.sorted(by: { $0.key < $1.key }) where !text.isBlank {
      let word = LinkedVocabulary.word(of: address)
      if word != address { graph.add([.text(text.trimmed)], as: word, to: index) }
    }
    if let type = terms[Self.rdf + "type"] { graph.add(type: LinkedVocabulary.word(of: type), to: index) }
  }

  /// Attributes by their full addresses.
  private func expanded(_ attributes: [String: String]) -> [String: String] {
    var terms: [String: String] = [:]
    for (name, value) in attributes {
      guard let colon = name.firstIndex(of: ":"), let base = prefixes[String(name[..<colon])] else {
        // Early RDF wrote its own attributes without prefix.
        if ["about", "ID", "resource"].contains(name) { terms[Self.rdf + name] = value }
        continue
      }
      terms[base + name[name.index(after: colon)...]] = value
    }
    return terms
  }
}
