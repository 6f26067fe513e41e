/// The words of a name that tell people apart who share an address. Accents, case and the order of first and last
/// name make no difference.
struct PersonName {
  /// What must be equal of two people with one telephone: the first and the last word in the order of the alphabet.
  /// Of a name of one word the title too, for a household is also `M. Durand` and `Mme Durand`. Empty if there is
  /// no name.
  let text: String

  /// Without title and generation.
  private let words: [String]
  private let sex: Sex?
  /// `jr`, `sr`, or which of the name; nil where nothing is said.
  private let generation: String?
  /// Whether the name is that of two people: `Jean et Marie Durand`.
  private let isCouple: Bool

  private enum Sex: String { case female = "mme", male = "m" }

  init(_ name: String) {
    let all = Self.words(name)
    isCouple = all.dropFirst().contains(where: Self.joints.contains) || name.contains { "&+/".contains($0) }
    var named: [String] = []
    var sex: Sex?
    for (index, word) in all.enumerated() {
      guard let title = Self.titles[word] else {
        named.append(word)
        continue
      }
      // One letter elsewhere is an initial, which may be left out as a middle name may.
      if index == 0 || word.utf8.count > 1 { sex = sex ?? title }
    }
    var generation: String?
    // Behind the family's name, wherever that stands: John Roux Jr., and Roux Jr., John.
    if named.count > 2,
      let index = named.indices.dropFirst().last(where: { Self.generations[named[$0]] != nil })
    {
      generation = Self.generations[named.remove(at: index)]
    }
    // Nothing but a title is a name all the same.
    words = named.isEmpty ? all : named
    self.sex = sex
    self.generation = generation
    let (first, last) = (words.first ?? "", words.last ?? "")
    text =
      isCouple
      ? words.joined(separator: " ")
      : words.count < 2
        ? ([sex?.rawValue].compactMap { $0 } + words).joined(separator: " ")
        : (first < last ? [first, last] : [last, first]).joined(separator: " ")
          + (generation.map { " " + $0 } ?? "")
  }

  /// Whether two names may be one person's who has one address: one is empty, or each word of the shorter is in
  /// the longer, or stands there by its initial, and neither title nor generation speaks against it. Jean and Marie
  /// Durand, who share a mailbox, are two; so are the two of them together and either of them. Who is called by title and
  /// family name alone may be any of the family, and is only who has the same title.
  static func areCompatible(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (one, other) = (PersonName(one), PersonName(other))
    if one.words.isEmpty || other.words.isEmpty { return true }
    if one.isCouple || other.isCouple { return one.words.sorted() == other.words.sorted() }
    if let sex = one.sex, let second = other.sex, sex != second { return false }
    if one.sex != other.sex, one.isFamilyAlone || other.isFamilyAlone, one.words != other.words {
      return false
    }
    let (short, long) = one.words.count <= other.words.count ? (one, other) : (other, one)
    let isOfAnother =
      long.words.count > 2
      && long.words.dropFirst().contains { perhapsGenerations.contains($0) && !short.words.contains($0) }
    return one.generation == other.generation && !isOfAnother && short.isShort(for: long)
  }

  /// Whether a name says less of the same person than another, with initials or without some words: taken over, it
  /// would make room for somebody else's.
  static func isLess(_ one: String, than other: String) -> Bool {
    guard one != other, areCompatible(one, other) else { return false }
    let (one, other) = (PersonName(one), PersonName(other))
    guard one.words.count == other.words.count else { return one.words.count < other.words.count }
    return one.letters < other.letters
  }

  private var isFamilyAlone: Bool { sex != nil && words.count == 1 }

  private var letters: Int { words.reduce(0) { $0 + $1.count } }

  private func isShort(for other: PersonName) -> Bool {
    words.allSatisfy { word in
      other.words.contains {
        $0 == word || (min($0.count, word.count) == 1 && $0.first == word.first)
      }
    }
  }

  /// The words in ASCII letters, as far as a name has any; one with a hyphen is one.
  private static func words(_ name: String) -> [String] {
    FoldedText(name).text.split { $0 == " " || $0 == "." || $0 == "," }.map { word in
      let folded = FoldedText(String(word))
      return folded.isSpelledBySlug ? folded.slug : String(word)
    }
  }

  /// Whether a text is nothing but a form of address, such as `Mme` or `Dr.`.
  static func isTitle(_ text: String) -> Bool {
    let words = words(text)
    return !words.isEmpty && words.allSatisfy { titles[$0] != nil }
  }

  private static let titles: [String: Sex?] = [
    "m": .male, "mr": .male, "monsieur": .male, "herr": .male, "mme": .female, "madame": .female,
    "mlle": .female, "mrs": .female, "ms": .female, "miss": .female, "frau": .female, "dr": nil,
    "docteur": nil, "prof": nil, "pr": nil, "maitre": nil,
  ]

  /// The name with what a suffix says of the generation, such as `Jr.`, unless it says so already; other suffixes, such as PhD,
  /// are no part of it.
  static func name(_ name: String, ofGeneration suffix: String) -> String {
    let parts = suffix.split(separator: ",").map { String($0).trimmed }
    guard !name.isBlank, PersonName(name).generation == nil,
      let said = parts.first(where: { isGeneration($0) })
    else { return name }
    return "\(name) \(said)"
  }

  /// Whether a text is nothing but what tells a family's generations apart, such as `Jr.` or `III`.
  static func isGeneration(_ text: String) -> Bool {
    let words = words(text)
    return words.count == 1 && generations[words[0]] != nil
  }

  private static let generations = [
    "jr": "jr", "junior": "jr", "fils": "jr", "filho": "jr", "sr": "sr", "senior": "sr", "pere": "sr",
    "2nd": "ii", "ii": "ii", "3rd": "iii", "iii": "iii", "4th": "iv", "iv": "iv",
  ]

  /// Words that say the same, or are a family's name: Amartya Kumar Sen, João Silva Neto.
  private static let perhapsGenerations: Set<String> = [
    "jun", "sen", "neto", "nieto", "hijo", "cadet", "aine", "puine", "elder", "younger",
  ]

  private static let joints: Set<String> = ["et", "and", "und", "ou", "or", "oder"]
}
