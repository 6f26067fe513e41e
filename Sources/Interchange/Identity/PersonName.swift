/// The words of a name that tell people apart who share a telephone number: the first and the last one, in
/// either order. Accents, case, titles and middle names make no difference.
struct PersonName {
  /// The two words in the order of the alphabet, or the only one; empty if there is none.
  let text: String

  init(_ name: String) {
    let folded = FoldedText(name)
    let slug = folded.slug
    // A name without Latin letters has no slug.
    let words = slug.isEmpty ? folded.text.split(separator: " ") : slug.split(separator: "-")
    let named = words.filter { !Self.titles.contains(String($0)) }
    text =
      if let first = named.first, let last = named.last {
        named.count == 1 ? String(first) : first < last ? "\(first) \(last)" : "\(last) \(first)"
      } else {
        // Nothing but a title is a name all the same.
        words.joined(separator: " ")
      }
  }

  private static let titles: Set<String> = [
    "m", "mr", "mme", "mlle", "mrs", "ms", "miss", "dr", "docteur", "prof", "pr", "herr", "frau", "maitre",
  ]
}
