/// One mailbox of an address field (RFC 5322, section 3.4): an address and the name written beside it.
package struct Mailbox: Equatable {
  /// In lower case.
  package let address: String
  /// As it stands in the field, with its encoded words.
  private let phrase: [UInt8]

  /// Nil if the bytes are no address.
  init?(address: ArraySlice<UInt8>, phrase: [UInt8]) {
    let address = address.trimmed
    guard address.count <= 254, let at = address.lastIndex(of: UInt8(ascii: "@")), at > address.startIndex,
      at + 1 < address.endIndex, !address.contains(where: { $0 <= .space || $0 == 0x7F }),
      address.isValidUTF8
    else { return nil }
    self.address = address.text.lowercased()
    // A name of more than that is none.
    self.phrase = phrase.count > 1000 ? [] : phrase
  }

  /// The name; empty if there is none, if it is the address once more, or if it names a service between the
  /// two, as in `Anna via Lists`.
  package var name: String {
    guard let decoded = EncodedWords.decoded(phrase[...]) else { return "" }
    var words = decoded.split { $0.isWhitespace || $0.unicodeScalars.allSatisfy(\.isControl) }
      .joined(separator: " ")
    while words.count > 1, let first = words.first, first == words.last, first == "'" || first == "\"" {
      words = String(words.dropFirst().dropLast())
    }
    guard words.utf8.count <= 200, !words.utf8.contains(UInt8(ascii: "@")), !words.contains(" via ") else {
      return ""
    }
    return words
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xFFFD }
}
