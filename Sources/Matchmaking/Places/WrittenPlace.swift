internal import Retrieval

/// A place as people write it, `31000 Toulouse, Occitanie`, taken apart into folded words.
struct WrittenPlace {
  /// The parts between commas, brackets, slashes and dashes, each a list of words; saints are spelt out.
  let parts: [[String]]

  /// What is longer is no place; a text may come from anywhere.
  private static let mostParts = 8
  private static let mostWords = 12

  init(_ text: String) {
    let text = text.replacing(" - ", with: ",").replacing(" – ", with: ",").replacing(" — ", with: ",")
    parts = text.split(whereSeparator: { ",;()/|·•\n\t".contains($0) }).prefix(Self.mostParts)
      .map { Self.words(String($0)) }
      .filter { !$0.isEmpty && $0.count <= Self.mostWords }
  }

  /// The five digits of the first postal code.
  var postalCode: String? {
    parts.lazy.joined().first { $0.utf8.count == 5 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// A name's folded words; `St` and `Ste` are read as `Saint` and `Sainte`.
  static func words(_ text: String) -> [String] {
    Words.split(text).map { word in
      let text = word.text
      return saints[text] ?? text
    }
  }

  /// A name as the gazetteer files it.
  static func key(_ text: String) -> String { words(text).joined(separator: " ") }

  /// The ways in which words may name a town, the fullest first: as they stand, then with a postal code, an
  /// arrondissement or words such as `Greater … Area` taken off at either end.
  static func peeled(_ words: [String]) -> [ArraySlice<String>] {
    var rest = words[...]
    var ways = [rest]
    while rest.count > 1 {
      if isFrame(rest.last!) {
        rest.removeLast()
      } else if isFrame(rest.first!) {
        rest.removeFirst()
      } else {
        break
      }
      ways.append(rest)
    }
    return ways
  }

  /// Whether words are but one that is taken off: the `et` of `Toulouse et périphérie` is not Ethiopia's code.
  static func isFrame(_ words: ArraySlice<String>) -> Bool { words.count == 1 && isFrame(words.first!) }

  private static func isFrame(_ word: String) -> Bool {
    frame.contains(word) || ("0"..."9").contains(word.unicodeScalars.first!)
  }

  private static let saints = ["st": "saint", "ste": "sainte"]

  private static let frame: Set<String> = [
    "greater", "area", "bay", "metro", "metropolitan", "region", "city", "town", "centre", "center",
    "district", "surroundings", "near", "around", "suburbs", "the", "of", "and", "county",
    "grand", "grande", "agglomeration", "agglo", "metropole", "peripherie", "environs", "alentours", "pres",
    "autour", "ville", "commune", "cedex", "arrondissement", "banlieue", "proche", "communaute", "urbaine",
    "et", "de", "du", "des", "d", "la", "a", "ses",
  ]
}
