internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

/// Reads xCard (RFC 6351), vCard as XML: `<vcard><fn><text>Anna Roux</text></fn></vcard>`.
final class XCard: NSObject, XMLParserDelegate {
  private var cards: [VCard] = []
  /// The last of the cards, while its element is open.
  private var isInCard = false
  /// The elements that are open within the card.
  private var path: [String] = []
  private var group = ""
  private var property: Property?
  private var text = ""
  /// How many elements are open.
  private var depth = 0
  private var line = 1
  /// Where the first fault stands; the parser goes on behind it, but what it says then is made up.
  private var faultLine: Int?

  private struct Property {
    /// How many elements are open within the card where it begins.
    let depth: Int
    var content: ContentLine
    var values: [(element: String, text: String)] = []
  }

  static func recognises(_ opening: ArraySlice<UInt8>) -> Bool {
    opening.first == UInt8(ascii: "<") && opening.text.contains("urn:ietf:params:xml:ns:vcard-4.0")
  }

  /// The cards of a text, each property as the line of vCard 4.0 that it stands for; a card that can't be read to its end
  /// is skipped.
  static func cards(
    of text: SourceText, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [VCard] {
    let reader = XCard()
    let parser = XMLParser(reading: try XMLEntities.replaced(in: text.bytes), for: reader)
    // On Linux the parser takes some faults for the end of the text and says that all is well.
    guard parser.parse(), parser.parserError == nil, reader.faultLine == nil, reader.depth == 0 else {
      let line = reader.faultLine ?? max(parser.lineNumber, reader.line)
      if reader.isInCard { reader.cards.removeLast() }
      guard !reader.cards.isEmpty else {
        throw UnknownFormat(advice: "is no well-formed XML at line \(line)")
      }
      summary.drop(line: line, "no well-formed XML: what follows cannot be read")
      return reader.cards
    }
    return reader.cards
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if faultLine != nil { return }
    depth += 1
    line = parser.lineNumber
    guard isInCard else {
      isInCard = name == "vcard"
      if isInCard { cards.append(VCard(line: line)) }
      return
    }
    path.append(name)
    text = ""
    if property != nil { return }
    if name == "group" {
      group = attributes["name"]?.lowercased() ?? ""
    } else {
      var content = ContentLine(line: line, name: name.uppercased())
      content.group = group
      property = Property(depth: path.count, content: content)
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if faultLine != nil { return }
    depth -= 1
    guard isInCard else { return }
    guard !path.isEmpty else {
      isInCard = false
      return
    }
    defer {
      path.removeLast()
      text = ""
    }
    guard let begun = property else {
      group = ""
      return
    }
    let parameters = path.count > begun.depth && path[begun.depth] == "parameters"
    switch path.count - begun.depth {
    case 0:
      finish(begun)
      property = nil
    case 1 where !parameters: property?.values.append((name, text.trimmed))
    // <parameters><type><text>work</text></type></parameters>
    case 3 where parameters:
      property?.content.parameters.append((path[begun.depth + 1].uppercased(), text.trimmed))
    default: break
    }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    faultLine = faultLine ?? parser.lineNumber
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { add(string) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { add(String(decoding: block, as: UTF8.self)) }

  private func add(_ string: String) {
    // A longer one is refused where it is read.
    if text.utf8.count <= FieldLimit.notes.rawValue { text += string }
  }

  private func finish(_ property: Property) {
    var content = property.content
    if ContentLineOpening(Array(content.name.utf8)[...]).isBinary { return }
    func escaped(_ values: [(element: String, text: String)], by separator: String) -> String {
      values.map { VCardLineText.escaped($0.text) }.joined(separator: separator)
    }
    if let parts = Self.parts[content.name] {
      let value = parts.map { part in escaped(property.values.filter { $0.element == part }, by: ",") }
      content.value = Array(value.joined(separator: ";").utf8)
    } else {
      if let type = property.values.first?.element { content.parameters.append(("VALUE", type)) }
      content.value = Array(escaped(property.values, by: content.name == "ORG" ? ";" : ",").utf8)
    }
    cards[cards.count - 1].lines.append(content)
  }

  /// The elements of properties that have parts, in the order of vCard.
  private static let parts = [
    "N": ["surname", "given", "additional", "prefix", "suffix"],
    "ADR": ["pobox", "ext", "street", "locality", "region", "code", "country"],
    "GENDER": ["sex", "identity"],
  ]
}
