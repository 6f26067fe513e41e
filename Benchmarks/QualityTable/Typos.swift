import TestSupport

/// Makes texts as people misspell them.
enum Typos {
  static let seed: UInt64 = 1

  /// The texts with one typo each, in the first of the longest words: two letters swapped, or one left out,
  /// doubled or replaced. A word's first letter stays, as it mostly does, and so does a text without a word
  /// of four letters.
  static func inserted(into texts: [IdentifiedText]) -> [IdentifiedText] {
    var random = SeededRandom(seed: seed)
    return texts.map { IdentifiedText(id: $0.id, text: misspelt($0.text, using: &random)) }
  }

  private static func misspelt(_ text: String, using random: inout SeededRandom) -> String {
    let words: [Substring] = text.split { !$0.isLetter }.filter { $0.count >= 4 }
    guard let longest = words.map(\.count).max(), let word = words.first(where: { $0.count == longest })
    else { return text }
    var written = Array(word)
    while written == Array(word) {
      written = Array(word)
      let place = Int.random(in: 1..<written.count - 1, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: written.swapAt(place, place + 1)
      case 1: written.remove(at: place)
      case 2: written.insert(written[place], at: place)
      default: written[place] = "aeiostrn".randomElement(using: &random) ?? "e"
      }
    }
    return text[..<word.startIndex] + String(written) + text[word.endIndex...]
  }
}
