/// A need or an offer read out of what is known of a contact, before it has an identifier.
package struct ImpliedListing: Hashable, Sendable {
  package let kind: Listing.Kind
  /// The need or offer, as the source words it.
  package let text: String
  /// The words of the source that say so; nil where they are the text itself.
  package let evidence: String?
  /// What it was read out of.
  package let source: Listing.Source

  /// All that a contact's headline, skills, notes and the host's recommendation imply, each kind and text once.
  ///
  /// - Parameters:
  ///   - skills: what the contact is good at, as a profile lists it.
  ///   - recommendation: what the host wrote for others to read. It is read as a note is, for offers alone: who is
  ///     recommended is not said to need anything.
  /// - Complexity: O(length of the texts).
  package static func all(
    of contact: Contact, skills: [String] = [], recommendation: String? = nil
  ) -> [ImpliedListing] {
    let headline = HeadlineReader.listings(of: contact.headline, at: contact.organisation)
    if skills.isEmpty, contact.notes == nil, recommendation == nil { return headline }
    let notes = NoteReader.listings(in: contact.notes ?? "", on: contact.name)
    let praise = NoteReader.listings(in: recommendation ?? "", on: contact.name).filter { $0.kind == .offer }
    var seen: Set<[String]> = []
    return (headline + listing(of: skills) + notes + praise)
      .filter { seen.insert([$0.kind.rawValue, $0.text.lowercased()]).inserted }
  }

  /// Skills as one offer: each by itself says too little, and a contact with thirty of them offers no more
  /// than one with three.
  private static func listing(of skills: [String]) -> [ImpliedListing] {
    let skills = skills.map { $0.oneLine }.filter { !$0.isEmpty }
    let joined = skills.joined(separator: ", ").shortened(toWordsWithin: textLimit * 4)
    return joined.isEmpty
      ? [] : [ImpliedListing(kind: .offer, text: joined, evidence: nil, source: .skills)]
  }

  /// The longest text of a listing out of a note, in characters.
  static let textLimit = 200
}

extension StringProtocol {
  /// The text with one space in place of each run of white space, and none at its ends.
  var oneLine: String {
    isOneLine ? String(self) : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether it is so already, as far as ASCII letters alone can tell.
  private var isOneLine: Bool {
    var last = UInt8(ascii: " ")
    for byte in utf8 {
      if byte >= 0x80 || (0x09...0x0D).contains(byte) || (byte == 0x20 && last == 0x20) { return false }
      last = byte
    }
    return last != 0x20 || isEmpty
  }

  /// The text as far as its words fit.
  func shortened(toWordsWithin limit: Int) -> String {
    guard count > limit else { return String(self) }
    let head = prefix(limit)
    return String(head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head)
  }
}
