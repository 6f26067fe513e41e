/// The words of a name that tell people apart who share a telephone number: the first and the last one, in
/// either order. Accents, case, titles and middle names make no difference.
struct PersonName {
  /// The two words in the order of the alphabet, or the only one; empty if there is none.
  let text: String

  init(_ name: String) {
    let words = Self.words(name)
    let named = words.filter { !Self.titles.contains(String($0)) }
    text =
      if let first = named.first, let last = named.last {
        named.count == 1 ? String(first) : first < last ? "\(first) \(last)" : "\(last) \(first)"
      } else {
        // Nothing but a title is a name all the same.
        words.joined(separator: " ")
      }
  }

  /// Whether two names may be one person's who has one mail address: one is empty, each word of the shorter is in the longer,
  /// or stands there by its initial. Jean and Marie Durand, who share a mailbox, are two.
  static func areCompatible(_ one: String, _ other: String) -> Bool {
    let all = [one, other].map { words($0).filter { !titles.contains($0) } }.sorted { $0.count < $1.count }
    return all[0].allSatisfy { word in
      all[1].contains { $0 == word || (min($0.count, word.count) == 1 && $0.first == word.first) }
    }
  }

  /// The words in ASCII letters, as far as a name has any; one with a hyphen is one.
  private static func words(_ name: String) -> [String] {
    FoldedText(name).text.split { $0 == " " || $0 == "." || $0 == "," }.map { word in
      let slug = FoldedText(String(word)).slug
      return slug.isEmpty ? String(word) : slug
    }
  }

  private static let titles: Set<String> = [
    "m", "mr", "mme", "mlle", "mrs", "ms", "miss", "dr", "docteur", "prof", "pr", "herr", "frau", "maitre",
  ]
}
