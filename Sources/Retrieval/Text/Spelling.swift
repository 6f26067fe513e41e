/// Repairs misspelt words before a text is compared, since an encoder reads `plumbr` as noise.
///
/// A word that nobody knows becomes the likeliest known word one edit away, or two in long words; an edit is a letter
/// missing, added, changed, or swapped with its neighbour (Damerau, 1964). English is measured against the words that the
/// encoders know and the pool's own, other languages against the pool's alone: a general vocabulary would turn `évier` into
/// `éviter`. Names, short words and words with digits are left alone.
package struct Spelling: Sendable {
  /// A word that was repaired.
  package struct Repair: Hashable, Sendable {
    /// As the text writes it.
    package let written: String
    /// As it is read.
    package let read: String
  }

  /// What is known of a word.
  private struct Entry {
    /// How the word is written, accents and all.
    var surface: String
    /// Its log probability in the encoders' vocabulary; nil if they don't know it whole.
    var logProbability: Float?
    /// In how many of the pool's texts it stands.
    var texts = 0

    /// How likely the word is meant where a neighbour of it is written.
    var weight: Float { 2 * Float(logOfTexts: texts) + (logProbability ?? -15) }
  }

  private struct Bucket: Hashable {
    let first: UInt32
    let length: Int
  }

  private static let shortest = 5
  private static let shortestForTwoEdits = 8

  private let entries: [[UInt32]: Entry]
  private let buckets: [Bucket: [[UInt32]]]
  private let isEnglish: @Sendable (String) -> Bool

  /// Learns which words there are.
  ///
  /// - Parameters:
  ///   - vocabulary: whole words with their log probabilities, of any language.
  ///   - pool: the texts that are compared.
  ///   - isEnglish: whether a text is more likely English than not.
  /// - Complexity: O(vocabulary + length of all texts).
  package init(
    vocabulary: [(word: String, logProbability: Float)], pool: [String],
    isEnglish: @escaping @Sendable (String) -> Bool
  ) {
    var entries: [[UInt32]: Entry] = [:]
    entries.reserveCapacity(vocabulary.count)
    for (word, logProbability) in vocabulary {
      let folded = Words.split(word)
      guard folded.count == 1 else { continue }
      let known = entries[folded[0].scalars]?.logProbability
      if known.map({ $0 < logProbability }) ?? true {
        entries[folded[0].scalars] = Entry(surface: word, logProbability: logProbability)
      }
    }
    for text in pool {
      let bytes = Array(text.utf8)
      var seen: Set<[UInt32]> = []
      for word in Words.split(text) where seen.insert(word.scalars).inserted {
        entries[
          word.scalars, default: Entry(surface: Self.surface(of: word, in: bytes).lowercased())
        ].texts += 1
      }
    }
    self.entries = entries
    self.isEnglish = isEnglish
    var buckets: [Bucket: [[UInt32]]] = [:]
    for word in entries.keys where word.count >= Self.shortest - 1 {
      buckets[Bucket(first: word[0], length: word.count), default: []].append(word)
    }
    self.buckets = buckets
  }

  /// The text with its misspelt words repaired, and which they were, in the text's order.
  ///
  /// - Parameter isInPool: whether the text is one of the pool's, so that its own words prove nothing.
  /// - Complexity: O(length), and O(words of that first letter and about that length) for an unknown word.
  package func repair(_ text: String, isInPool: Bool) -> (text: String, repairs: [Repair]) {
    let words = Words.split(text)
    guard words.contains(where: { !isKnown($0.scalars, isInPool: isInPool) }) else { return (text, []) }
    let bytes = Array(text.utf8)
    let isEnglish = isEnglish(text)
    let writesNames = words.contains { $0.scalars.count >= 4 && !isCapital($0, bytes) }
    var repaired: [UInt8] = []
    var copied = 0
    var repairs: [Repair] = []
    for (place, word) in words.enumerated() where !isKnown(word.scalars, isInPool: isInPool) {
      if place > 0, writesNames, isCapital(word, bytes) { continue }
      guard let meant = neighbour(of: word.scalars, isEnglish: isEnglish) else { continue }
      let written = Self.surface(of: word, in: bytes)
      // An ending such as that of "plumbr's" stays behind the word.
      let start = Self.start(of: written, in: word, bytes)
      repaired += bytes[copied..<start]
      repaired += Array(meant.utf8)
      copied = start + written.utf8.count
      repairs.append(Repair(written: written, read: meant))
    }
    guard !repairs.isEmpty else { return (text, []) }
    repaired += bytes[copied...]
    return (String(decoding: repaired, as: UTF8.self), repairs)
  }

  private func isKnown(_ word: [UInt32], isInPool: Bool) -> Bool {
    guard word.count >= Self.shortest, word.allSatisfy(Self.isLetter) else { return true }
    func isKnown(_ word: [UInt32]) -> Bool {
      guard let entry = entries[word] else { return false }
      return entry.logProbability != nil || entry.texts > (isInPool ? 1 : 0)
    }
    return isKnown(word) || (word.last == Self.s && isKnown(word.dropLast()))
  }

  /// The likeliest known word near to an unknown one.
  private func neighbour(of word: [UInt32], isEnglish: Bool) -> String? {
    var best: (edits: Int, weight: Float, word: [UInt32])?
    func consider(_ candidate: [UInt32], edits: Int) {
      guard let entry = entries[candidate], candidate != word else { return }
      let isLikely =
        isEnglish ? entry.logProbability != nil || entry.texts > 1 : entry.texts > 1 || (entry.texts > 0 && entry.logProbability != nil)
      guard isLikely else { return }
      if let best {
        guard edits <= best.edits else { return }
        if edits == best.edits {
          guard entry.weight >= best.weight else { return }
          if entry.weight == best.weight, best.word.lexicographicallyPrecedes(candidate) { return }
        }
      }
      best = (edits, entry.weight, candidate)
    }
    let most = word.count >= Self.shortestForTwoEdits ? 2 : 1
    for length in max(Self.shortest - 1, word.count - most)...word.count + most {
      for candidate in buckets[Bucket(first: word[0], length: length)] ?? [] {
        if let edits = Self.edits(word, candidate, atMost: best?.edits ?? most) { consider(candidate, edits: edits) }
      }
    }
    if best == nil {
      // The first letter itself may be wrong.
      consider(Array(word.dropFirst()), edits: 1)
      consider([word[1], word[0]] + word.dropFirst(2), edits: 1)
      for letter in Self.letters {
        consider([letter] + word, edits: 1)
        consider([letter] + word.dropFirst(), edits: 1)
      }
    }
    return best.flatMap { entries[$0.word]?.surface }
  }

  /// The edits between two words, each part edited once (optimal string alignment); nil if there are more than `most`.
  static func edits(_ one: [UInt32], _ other: [UInt32], atMost most: Int) -> Int? {
    guard abs(one.count - other.count) <= most else { return nil }
    var before: [Int] = []
    var previous = Array(0...other.count)
    for i in one.indices {
      var current = [i + 1] + [Int](repeating: 0, count: other.count)
      for j in other.indices {
        var edits = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (one[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] { edits = min(edits, before[j - 1] + 1) }
        current[j + 1] = edits
      }
      if current.min()! > most, previous.min()! > most { return nil }
      before = previous
      previous = current
    }
    return previous[other.count] <= most ? previous[other.count] : nil
  }

  /// The word as the text writes it, without an elision before it.
  private static func surface(of word: Word, in bytes: [UInt8]) -> String {
    let text = String(decoding: bytes[word.source], as: UTF8.self)
    let parts = text.split { "'’‘ʼ＇".contains($0) }
    return parts.last { $0.unicodeScalars.count + 2 >= word.scalars.count }.map(String.init) ?? text
  }

  private static func start(of written: String, in word: Word, _ bytes: [UInt8]) -> Int {
    let wanted = Array(written.utf8)
    return word.source.first { bytes[$0...].starts(with: wanted) } ?? word.source.lowerBound
  }

  private func isCapital(_ word: Word, _ bytes: [UInt8]) -> Bool {
    Self.surface(of: word, in: bytes).unicodeScalars.first?.properties.isUppercase ?? false
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  private static let s = Unicode.Scalar("s").value
  private static let letters = Array(Unicode.Scalar("a").value...Unicode.Scalar("z").value)
}

extension Float {
  /// About ln(1 + texts), in whole and linear parts of the binary logarithm: the same on every machine.
  fileprivate init(logOfTexts texts: Int) {
    let n = texts + 1
    let whole = Int.bitWidth - 1 - n.leadingZeroBitCount
    self = 0.6931472 * (Float(whole) + Float(n) / Float(1 << whole) - 1)
  }
}
