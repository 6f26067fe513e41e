/// The words of a name that tell people apart who share an address. Accents, case and the order of first and last
/// name make no difference.
struct PersonName {
  /// What must be equal of two people with one telephone: the first and the last word in the order of the alphabet.
  /// Of a name of one word the title too, for a household is also `M. Durand` and `Mme Durand`. Empty if there is
  /// no name.
  let text: String

  /// Without title, generation and degrees, the given name first where a comma tells which that is.
  private let words: [String]
  /// What stands before the name: `m`, `mme`, `mlle`, `dr`; nil where nothing does.
  private let title: String?
  /// `jr`, `sr`, or which of the name; nil where nothing is said.
  private let generation: String?
  /// Whether the name is that of several people: `Jean et Marie Durand`, `Famille Durand`.
  private let isOfSeveral: Bool

  init(_ name: String) {
    let all = Self.words(name)
    isOfSeveral =
      all.dropFirst().contains(where: Self.joints.contains) || all.contains(where: Self.families.contains)
      || Self.hasJoint(name) || Set(all.compactMap { Self.titles[$0].flatMap { Self.sexes[$0] } }).count > 1
    var named: [String] = []
    var title: String?
    for (index, word) in all.enumerated() {
      // One letter elsewhere is an initial, and Sr. a generation.
      if index == 0 || word.utf8.count > 1, let said = index == 0 && word == "sr" ? "m" : Self.titles[word] {
        title = title ?? said
      } else {
        named.append(word)
      }
    }
    if named.count > 1 { named.removeAll { Self.degrees.contains($0) } }
    var generation: String?
    // Behind the family's name, wherever that stands: John Roux Jr., and Roux Jr., John.
    if named.count > 2,
      let index = named.indices.dropFirst().last(where: { Self.generations[named[$0]] != nil })
    {
      generation = Self.generations[named.remove(at: index)]
    }
    // Nothing but a title is a name all the same.
    words = named.isEmpty ? all : named
    self.title = title
    self.generation = generation
    let (first, last) = (words.first ?? "", words.last ?? "")
    text =
      isOfSeveral
      ? words.joined(separator: " ")
      : words.count < 2
        ? ([title].compactMap { $0 } + words).joined(separator: " ")
        : (first < last ? [first, last] : [last, first]).joined(separator: " ")
          + (generation.map { " " + $0 } ?? "")
  }

  /// Whether two names may be one person's who has one address: one is empty, or each word of the shorter is in
  /// the longer, or stands there by its initial, with the first word of the longer among them, and neither title nor
  /// generation speaks against it. Jean and Marie Durand, who share a mailbox, are two; so are the two of them together and
  /// either of them, and José García and María José García. Who is called by title and family name alone may be any of the
  /// family, and is only who has the same title.
  static func areCompatible(_ one: String, _ other: String) -> Bool {
    if one == other { return true }
    let (one, other) = (PersonName(one), PersonName(other))
    if one.words.isEmpty || other.words.isEmpty { return true }
    if one.isOfSeveral || other.isOfSeveral {
      return one.isOfSeveral && other.isOfSeveral && one.words.sorted() == other.words.sorted()
    }
    if let sex = one.sex, let second = other.sex, sex != second { return false }
    if one.isFamilyAlone || other.isFamilyAlone {
      guard one.title == other.title || one.words == other.words && (one.title == nil || other.title == nil)
      else {
        return false
      }
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

  private var sex: String? { title.flatMap { Self.sexes[$0] } }

  private var isFamilyAlone: Bool { title != nil && words.count == 1 }

  private var letters: Int { words.reduce(0) { $0 + $1.count } }

  /// Whether each word stands for one of the other's, which stands for no other; of several, one for the first.
  private func isShort(for other: PersonName) -> Bool {
    var left = Array(other.words.enumerated())
    var isFirstTaken = false
    // Initials last: what a whole word means is no initial's.
    for word in words.sorted(by: { $0.count > $1.count }) {
      let place =
        left.firstIndex { $0.element == word }
        ?? (words.count == 1 ? nil : left.firstIndex { Self.isInitial($0.element, of: word) })
      guard let place else { return false }
      if left[place].offset == 0 { isFirstTaken = true }
      left.remove(at: place)
    }
    // J.-P. is no Jean-Marc.
    let letters = left.map(\.element).filter { $0.count == 1 }
    let parts = words.filter { $0.contains("-") }.flatMap { $0.split(separator: "-").dropFirst() }
    guard parts.isEmpty || letters.allSatisfy({ letter in parts.contains { $0.hasPrefix(letter) } }) else {
      return false
    }
    return isFirstTaken || words.count == 1
  }

  /// Whether one of two words is the other's first letter: of an alphabet, for a sign of Chinese is a whole word.
  private static func isInitial(_ one: String, of other: String) -> Bool {
    guard min(one.count, other.count) == 1, let first = one.unicodeScalars.first else { return false }
    return first.value < 0x590 && one.first == other.first
  }

  /// The words in ASCII letters, as far as a name has any; one with a hyphen is one. What follows a comma comes first, if it is
  /// more than a suffix.
  private static func words(_ name: String) -> [String] {
    let parts = FoldedText(name).text.split(separator: ",", maxSplits: 1).map { part in
      part.split { $0 == " " || $0 == "." || $0 == "," || $0 == "(" || $0 == ")" || $0 == ":" }.map { word in
        let folded = FoldedText(String(word))
        return folded.isSpelledBySlug ? folded.slug : String(word)
      }
    }
    guard parts.count == 2 else { return parts.first ?? [] }
    let isSuffix = parts[1].allSatisfy { generations[$0] != nil || degrees.contains($0) || titles[$0] != nil }
    return isSuffix ? parts[0] + parts[1] : parts[1] + parts[0]
  }

  /// Whether a small word or a sign joins two names, which with a capital would be an initial: `Juan y María`.
  private static func hasJoint(_ name: String) -> Bool {
    // Not what stands in brackets: (she/her).
    let name = name.split(separator: "(", omittingEmptySubsequences: false).first ?? ""
    let parts = name.split(separator: ",").map { $0.split(separator: " ") }
    // Jean Durand, Marie Roux
    if parts.count == 2,
      parts.allSatisfy({ $0.count == 2 && $0.allSatisfy { $0.count > 2 && $0.first?.isUppercase == true } })
    {
      return true
    }
    return name.contains { "&+/;|".contains($0) }
      || name.split(separator: " ").dropFirst().dropLast().contains { smallJoints.contains(String($0)) }
  }

  /// Whether a text is nothing but a form of address, such as `Mme` or `Dr.`.
  static func isTitle(_ text: String) -> Bool {
    let words = words(text)
    return !words.isEmpty && words.allSatisfy { titles[$0] != nil }
  }

  /// The name with what a suffix says of the generation, such as `Jr.`, unless it says so already; other suffixes, such as PhD,
  /// are no part of it.
  static func name(_ name: String, ofGeneration suffix: String) -> String {
    let parts = suffix.split(separator: ",").map { String($0).trimmed }
    guard !name.isBlank, PersonName(name).generation == nil,
      let said = parts.first(where: { isGeneration($0) })
    else { return name }
    return "\(name) \(said)"
  }

  /// The name with the title before it, if it is one word: of a family's M. and Mme Durand, that alone tells which it is.
  static func name(_ name: String, withTitle title: String) -> String {
    guard isTitle(title), PersonName(name).words.count == 1, PersonName(name).title == nil else {
      return name
    }
    return "\(title) \(name)"
  }

  /// Whether a text is nothing but what tells a family's generations apart, such as `Jr.` or `III`.
  static func isGeneration(_ text: String) -> Bool {
    let words = words(text)
    return words.count == 1 && generations[words[0]] != nil
  }

  private static let titles = [
    "m": "m", "mr": "m", "monsieur": "m", "herr": "m", "mme": "mme", "madame": "mme", "mrs": "mme",
    "ms": "mme",
    "frau": "mme", "mlle": "mlle", "miss": "mlle", "dr": "dr", "docteur": "dr", "prof": "prof", "pr": "prof",
    "maitre": "maitre", "sra": "mme", "srta": "mlle", "dra": "dr", "sig": "m", "dott": "dr", "avv": "maitre",
    "rev": "rev", "sir": "m", "hr": "m", "herrn": "m", "dhr": "m", "mevr": "mme", "drs": "dr", "mx": "mx",
    "pan": "m",
    "pani": "mme",
  ]

  private static let sexes = ["m": "m", "mme": "f", "mlle": "f"]

  private static let generations = [
    "jr": "jr", "jnr": "jr", "junior": "jr", "fils": "jr", "filho": "jr", "sr": "sr", "snr": "sr",
    "senior": "sr",
    "pere": "sr", "2nd": "ii", "ii": "ii", "3rd": "iii", "iii": "iii", "4th": "iv", "iv": "iv",
  ]

  /// Words that say the same, or are a family's name: Amartya Kumar Sen, João Silva Neto.
  private static let perhapsGenerations: Set<String> = [
    "jun", "sen", "neto", "nieto", "hijo", "padre", "sobrinho", "cadet", "aine", "laine", "puine", "elder",
    "younger", "third", "second", "v", "altere", "jungere", "alterer", "jungerer", "ml", "st", "mladsi",
    "starsi", "ifj", "мл", "ст", "figlio", "yngre", "eldre", "aldre", "jonge", "oude", "jzn", "1er",
  ]

  private static let degrees: Set<String> = [
    "phd", "md", "mba", "msc", "bsc", "mph", "esq", "cpa", "dipl", "ing", "mag",
  ]

  private static let joints: Set<String> = ["et", "and", "und", "ou", "or", "oder"]
  private static let smallJoints: Set<String> = [
    "y", "e", "i", "u", "u.", "en", "och", "og", "ja", "a", "és", "și", "и", "та", "και", "ve", "un", "ir",
    "in", "agus", "eta", "dan", "at", "và", "n", "'n'", "mit", "with", "–", "-", "—",
  ]
  /// Who stands for others, or is called by whom he belongs to.
  private static let families: Set<String> = [
    "famille", "family", "familie", "familia", "famiglia", "familjen", "perhe", "rodina", "rodzina",
    "eheleute", "epoux", "consorts", "maman", "papa", "mum", "mom", "dad", "mother", "father", "sister",
    "brother", "assistante", "assistant", "secretaire",
  ]
}
