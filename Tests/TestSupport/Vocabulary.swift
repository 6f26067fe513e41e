/// Made-up words, the frequent ones first.
struct Vocabulary {
  private let words: [String]
  /// The sum of the weights of each word and those before it.
  private let sums: [Double]

  private static let size = 30_000
  private static let flattening = 40.0
  private static let starts = [
    "r", "t", "l", "n", "s", "d", "c", "m", "p", "b", "g", "v", "f", "h", "st", "tr", "ch", "pr", "k", "br",
    "gr",
    "cl", "sp", "pl", "w", "j", "sh", "th", "fr", "cr",
  ]
  private static let middles = ["e", "a", "i", "o", "u", "io", "ea", "ai", "ou", "y"]
  private static let ends = ["", "n", "", "r", "", "s", "l", "t", "m", "nt", "d", "c", "rt", "ng"]

  init() {
    var random = SeededRandom(seed: 0)
    var known: Set<String> = []
    var words: [String] = []
    while words.count < Self.size {
      let syllables = Int.random(in: 2...3, using: &random)
      let word = (0..<syllables).map { _ in Self.syllable(using: &random) }.joined()
      if known.insert(word).inserted { words.append(word) }
    }
    self.words = words
    var sum = 0.0
    sums = words.indices.map { rank in
      sum += 1 / (Double(rank) + Self.flattening)
      return sum
    }
  }

  /// One of the openings, and some words.
  func text(after openings: [String], using random: inout SeededRandom) -> String {
    let opening = Self.early(openings, using: &random)
    let length = Int.random(in: 2...8, using: &random)
    return ([opening] + (0..<length).map { _ in word(using: &random) }).joined(separator: " ")
  }

  private func word(using random: inout SeededRandom) -> String {
    let wanted = Double.random(in: 0..<sums[sums.count - 1], using: &random)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] <= wanted { low = middle + 1 } else { high = middle }
    }
    return words[low]
  }

  private static func syllable(using random: inout SeededRandom) -> String {
    early(starts, using: &random) + early(middles, using: &random) + early(ends, using: &random)
  }

  /// One of the parts, the first ones more often.
  private static func early(_ parts: [String], using random: inout SeededRandom) -> String {
    parts[Int.random(in: 0..<Int.random(in: 1...parts.count, using: &random), using: &random)]
  }
}
