internal import Matchmaking

/// What somebody may read of a listing before its owner has agreed to be named.
enum BlindWords {
  /// The words of a listing without what names its owner: the employer that an implied one ends with goes; where a name, a firm,
  /// an address or a number is left, the words are kept back as a whole.
  ///
  /// - Returns: nil where the words can't be shown.
  static func of(_ listing: Listing, by owner: Contact?) -> String? {
    var text = listing.text
    if let employer = owner?.organisation, text.hasSuffix(", " + employer) {
      text = String(text.dropLast(employer.count + 2))
    }
    return names(text, owner) || isAddress(text) ? nil : text
  }

  private static func names(_ text: String, _ owner: Contact?) -> Bool {
    let words = words(text)
    let names = (owner?.name).map(Self.words) ?? []
    if names.contains(where: { $0.count >= 3 && words.contains($0) }) { return true }
    let firm = (owner?.organisation).map(Self.words) ?? []
    return !firm.isEmpty && words.indices.contains { words[$0...].starts(with: firm) }
  }

  /// Folded words of letters and digits.
  private static func words(_ text: String) -> [String] {
    text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// Whether a text has a mail or web address, or a telephone number.
  private static func isAddress(_ text: String) -> Bool {
    let text = text.lowercased()
    if text.contains("@") || text.contains("://") || text.contains("www.") { return true }
    let dotted = text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "-" }
    if dotted.contains(where: { $0.split(separator: ".").dropFirst().contains(where: topLevels.contains) }) {
      return true
    }
    var digits = 0
    for character in text {
      if character.isNumber {
        digits += 1
        if digits >= 7 { return true }
      } else if !" .-/()\u{A0}".contains(character) {
        digits = 0
      }
    }
    return false
  }

  /// What a web address written without "www." ends with.
  private static let topLevels: Set<Substring> = [
    "com", "org", "net", "fr", "eu", "io", "co", "uk", "de", "es", "it", "ch", "be",
  ]
}
