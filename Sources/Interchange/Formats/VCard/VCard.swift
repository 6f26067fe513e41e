internal import Matchmaking

/// One card of a file: its lines without `BEGIN` and `END`.
struct VCard {
  /// The line of the file on which it begins.
  let line: Int
  /// In order, without those that cannot be used.
  var lines: [ContentLine] = []

  /// The first value of a property, without its escapes.
  func first(_ name: String) -> String? {
    lines.first { $0.name == name }.flatMap { try? $0.text(.rfc) }
  }

  var dialect: ContentDialect { first("VERSION")?.hasPrefix("2.") == true ? .versit : .rfc }

  /// Whether linkup wrote it, so that its `UID` is the contact's identifier.
  var isOwn: Bool { first("PRODID") == VCardText.product }

  /// What the card is about, in lower case: a person unless it says something else.
  var kind: String { (first("KIND") ?? first("X-ADDRESSBOOKSERVER-KIND") ?? "individual").lowercased() }
}

extension VCard {
  /// Whether a text is made of cards: vCard 2.1 to 4.0, jCard or xCard.
  static func recognises(_ text: SourceText) -> Bool {
    let opening = text.bytes.prefix(1024).trimmed
    return opening.prefix(11).text.uppercased() == "BEGIN:VCARD" || JCard.recognises(opening)
      || XCard.recognises(opening)
  }

  /// The records of a text; what is no record is counted in the summary.
  ///
  /// A card of a group is no record, but says of others what group they are in.
  static func records(
    of text: SourceText, _ summary: inout Import.Summary
  ) throws(UnknownFormat) -> [ContactRecord] {
    var directory = VCardDirectory()
    switch text.bytes.first(where: { !$0.isBlank }) {
    case UInt8(ascii: "["): for card in try JCard.cards(of: text, &summary) { directory.add(card, &summary) }
    case UInt8(ascii: "<"): for card in try XCard.cards(of: text, &summary) { directory.add(card, &summary) }
    default:
      var cards = VCards(text.bytes)
      while let card = cards.next(&summary) { directory.add(card, &summary) }
      guard cards.hasBegun else {
        throw UnknownFormat(advice: "has no line BEGIN:VCARD: export the contacts as vCard again")
      }
    }
    return directory.records(&summary)
  }
}
