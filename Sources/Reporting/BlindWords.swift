internal import Foundation
public import Matchmaking

/// What somebody may read of another's listing: never a third person's name or firm, and before its owner has agreed to be
/// named, nothing that tells who the owner is.
///
/// Words are looked at as a reader would see them, and folded so that no spelling hides a name: without accents, invisible
/// characters or punctuation between letters. Where in doubt the words are kept back as a whole: a listing less on a
/// page costs little.
public struct BlindWords: Sendable {
  /// Words of the names of all contacts.
  private var names: Set<String> = []
  /// The firms of all contacts, as their distinctive words in order.
  private var firms: Set<[String]> = []
  /// What came out for listings: many readers may read one.
  private let known = Known()

  private final class Known: @unchecked Sendable {
    private let lock = NSLock()
    private var words: [String: String?] = [:]

    subscript(key: String) -> String?? {
      get { lock.withLock { words[key] } }
      set { lock.withLock { words[key] = newValue } }
    }
  }

  /// Words that listings have in lower case: no names, whoever is called so.
  private var ordinary: Set<String> = []

  /// Learns the names and firms of a network. Complexity: O(length of its names and listings).
  public init(_ network: Network) {
    for contact in network.contacts {
      names.formUnion(Self.nameWords(contact.name).filter { $0.count >= 3 })
      let firm = Self.firmWords(contact.organisation)
      if !firm.isEmpty { firms.insert(firm) }
    }
    for listing in network.listings {
      for word in ReadText(listing.text).words where !word.isCapitalised { ordinary.insert(word.text) }
    }
  }

  /// The words of a listing that somebody else may read.
  ///
  /// - Parameters:
  ///   - owner: whose listing it is.
  ///   - isOpen: whether the reader may know who that is.
  /// - Returns: nil where they can't be shown.
  func of(_ listing: Listing, by owner: Contact?, isOpen: Bool = false) -> String? {
    let key = (isOpen ? "open " : "blind ") + listing.id.rawValue
    if let words = known[key] { return words }
    let words = read(listing, by: owner, isOpen: isOpen)
    known[key] = .some(words)
    return words
  }

  private func read(_ listing: Listing, by owner: Contact?, isOpen: Bool) -> String? {
    var text = listing.text.legible(limit: 2000)
    if !isOpen {
      if let employer = owner?.organisation, text.hasSuffix(", " + employer) {
        text = String(text.dropLast(employer.count + 2))
      }
      if listing.source == .headline { text = Self.withoutEmployer(text) }
    }
    guard !text.isEmpty else { return nil }
    let read = ReadText(text)
    if tellsThird(read, besides: isOpen ? owner : nil) { return nil }
    if !isOpen, read.isAddress || read.isDisguised || tells(read, owner) { return nil }
    return text
  }

  /// Whether a text has the name or firm of some contact, in capitals as names have.
  private func tellsThird(_ read: ReadText, besides owner: Contact?) -> Bool {
    let own = Set(Self.nameWords(owner?.name ?? ""))
    let firm = Self.firmWords(owner?.organisation)
    for (index, word) in read.words.enumerated() where word.isCapitalised {
      let isName = names.contains(word.text) && !own.contains(word.text)
      if isName, index > 0 || !ordinary.contains(word.text) { return true }
      let rest = read.words[index...].map(\.text)
      for length in 1...3 where length <= rest.count {
        let run = Array(rest.prefix(length))
        guard firms.contains(run), run != firm else { continue }
        if length > 1 || (index > 0 && !ordinary.contains(word.text)) { return true }
      }
    }
    return false
  }

  /// Whether a text has the name, the initials or the firm of its owner, however it is spelled.
  private func tells(_ read: ReadText, _ owner: Contact?) -> Bool {
    let name = owner?.name ?? ""
    let words = Self.nameWords(name)
    for word in words {
      if word.count >= 5 ? read.letters.contains(word) : read.forms.contains(word) { return true }
      if word.count == 4, read.forms.contains(where: { $0.contains(word) }) { return true }
    }
    let whole = words.joined()
    if whole.count >= 2, read.forms.contains(whole) { return true }
    let initials = String(words.compactMap(\.first))
    if initials.count >= 2,
      read.spelled.contains(where: { $0 == initials || $0 == String(initials.reversed()) })
    {
      return true
    }
    // Names that are written without spaces between words.
    let plain = name.filter { !$0.isWhitespace }
    if plain.contains(where: \.isIdeographic) {
      let letters = Array(plain)
      if letters.count < 2
        || zip(letters, letters.dropFirst()).contains(where: { read.text.contains(String([$0, $1])) })
      {
        return true
      }
    }
    let firm = Self.firmWords(owner?.organisation)
    return firm.contains { $0.count >= 3 && !ordinary.contains($0) && read.forms.contains($0) }
      || (!firm.isEmpty && read.letters.contains(firm.prefix(2).joined()) && firm.joined().count >= 3)
  }

  /// A headline as far as the employer: "Mechanic at Cycles Toulousains", "Traductrice, Mots".
  private static func withoutEmployer(_ headline: String) -> String {
    var text = headline
    for separator in [" at ", " chez ", " @ ", " @", ", ", " - ", " – ", " | ", " bei ", " pour "] {
      guard let range = text.firstRange(of: separator), text[range.upperBound...].first?.isUppercase ?? false
      else { continue }
      text = String(text[..<range.lowerBound])
    }
    return text
  }

  private static func nameWords(_ name: String) -> [String] {
    ReadText(name).words.map(\.text).filter { !particles.contains($0) && $0.count >= 2 }
  }

  private static func firmWords(_ firm: String?) -> [String] {
    ReadText(firm ?? "").words.map(\.text).filter { !legalForms.contains($0) }
  }

  private static let particles: Set<String> = [
    "de", "du", "des", "la", "le", "les", "van", "von", "der", "den", "di", "da", "dos", "al", "el", "ben",
    "bin",
    "mr", "mrs", "ms", "dr", "me", "maitre", "madame", "monsieur", "mme", "the", "of", "and", "et",
  ]
  private static let legalForms: Set<String> = [
    "sa", "sas", "sarl", "eurl", "sasu", "scop", "inc", "ltd", "llc", "gmbh", "ag", "bv", "co", "cie",
    "company",
    "corp", "group", "groupe", "the", "le", "la", "les", "de", "du", "des", "et", "and", "of", "operations",
    "association",
  ]
}

extension Character {
  /// Whether it is a sign of Chinese, Japanese or Korean, which stand without spaces.
  fileprivate var isIdeographic: Bool {
    unicodeScalars.contains {
      (0x3040...0x30FF).contains($0.value) || (0x3400...0x9FFF).contains($0.value)
        || (0xAC00...0xD7AF).contains($0.value)
    }
  }
}
