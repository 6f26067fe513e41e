/// Repairs misspelt words before a text is compared, since an encoder reads `plumbr` as noise.
///
/// A word that nobody knows becomes the likeliest known word one edit away, or two in long words; an edit is a letter
/// missing, added, changed, or swapped with its neighbour (Damerau, 1964). English is measured against a word list and the
/// pool's own words, other languages against the pool's alone: a general vocabulary would turn one right word into another.
/// Names, short words and words with digits are left alone.
package struct Spelling: Sendable {
  /// A word that was repaired.
  package struct Repair: Hashable, Sendable {
    /// As the text writes it.
    package let written: String
    /// As it is read.
    package let read: String

    package init(written: String, read: String) {
      self.written = written
      self.read = read
    }
  }

  /// A word that a misspelt one may be meant to be.
  private struct Entry {
    /// How the word is written, accents and all.
    let surface: String
    /// Whether it is a common English word.
    let isCommon: Bool
    /// In how many of the pool's English texts it stands, and in how many others.
    var english = 0, other = 0
  }

  private struct Bucket: Hashable {
    let first: UInt32
    let length: Int
  }

  private struct Candidate {
    let edits: Int
    let weight: Float
    let word: [UInt32]
  }

  private static let shortest = 5
  private static let shortestForTwoEdits = 8
  private static let longest = 30

  private let words: WordList
  private let entries: [[UInt32]: Entry]
  private let buckets: [Bucket: [[UInt32]]]
  private let isEnglish: @Sendable (String) -> Bool

  /// Learns which words there are.
  ///
  /// - Parameters:
  ///   - words: what is spelt right in general.
  ///   - vocabulary: common English words, which two edits may lead to.
  ///   - pool: the texts that are compared.
  ///   - isEnglish: whether a text is more likely English than not.
  /// - Complexity: O(vocabulary + length of all texts).
  package init(
    words: WordList, vocabulary: [String], pool: [String], isEnglish: @escaping @Sendable (String) -> Bool
  ) {
    self.words = words
    self.isEnglish = isEnglish
    var entries: [[UInt32]: Entry] = [:]
    for word in vocabulary {
      let folded = Words.split(word)
      if folded.count == 1 { entries[folded[0].scalars] = Entry(surface: word, isCommon: true) }
    }
    for text in pool {
      let bytes = Array(text.utf8)
      let isEnglish = isEnglish(text)
      var seen: Set<[UInt32]> = []
      for word in Words.split(text) where seen.insert(word.scalars).inserted {
        var entry =
          entries[word.scalars]
          ?? Entry(
            surface: String(decoding: bytes[Self.place(of: word, in: bytes)], as: UTF8.self).lowercased(),
            isCommon: false)
        if isEnglish { entry.english += 1 } else { entry.other += 1 }
        entries[word.scalars] = entry
      }
    }
    self.entries = entries
    var buckets: [Bucket: [[UInt32]]] = [:]
    for word in entries.keys where Self.shortest - 1...Self.longest + 2 ~= word.count {
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
    let unknown = words.indices.filter { !isKnown(words[$0].scalars, isInPool: isInPool) }
    guard !unknown.isEmpty else { return (text, []) }
    let bytes = Array(text.utf8)
    let isEnglish = isEnglish(text)
    func isCapital(_ word: Word) -> Bool {
      String(decoding: bytes[Self.place(of: word, in: bytes)], as: UTF8.self)
        .unicodeScalars.first?.properties.isUppercase ?? false
    }
    // Where words are written small, a capital within the text marks a name.
    let marksNames = words.contains { $0.scalars.count >= 4 && !isCapital($0) }
    var repaired: [UInt8] = []
    var copied = 0
    var repairs: [Repair] = []
    for index in unknown where index == 0 || !marksNames || !isCapital(words[index]) {
      guard let meant = neighbour(of: words[index].scalars, isEnglish: isEnglish) else { continue }
      let place = Self.place(of: words[index], in: bytes)
      repaired += bytes[copied..<place.lowerBound] + Array(meant.utf8)
      copied = place.upperBound
      repairs.append(Repair(written: String(decoding: bytes[place], as: UTF8.self), read: meant))
    }
    return (String(decoding: repaired + bytes[copied...], as: UTF8.self), repairs)
  }

  private func isKnown(_ word: [UInt32], isInPool: Bool) -> Bool {
    guard Self.shortest...Self.longest ~= word.count, word.allSatisfy(Self.isLetter) else { return true }
    func isKnown(_ word: [UInt32]) -> Bool {
      if let entry = entries[word], entry.isCommon || entry.english + entry.other > (isInPool ? 1 : 0) {
        return true
      }
      return words.logFrequency(ofEnglish: word) != nil || words.hasOther(word)
    }
    return isKnown(word) || (word.last == Self.s && isKnown(word.dropLast())) || isCompound(word)
  }

  /// Whether a word is made of two English ones, as `landline` is.
  private func isCompound(_ word: [UInt32]) -> Bool {
    guard word.count >= 7 else { return false }
    return (3...word.count - 3).contains { split in
      [Array(word[..<split]), Array(word[split...])].allSatisfy {
        (words.logFrequency(ofEnglish: $0) ?? 0) >= Self.commonLogFrequency
      }
    }
  }

  /// The likeliest known word near to an unknown one.
  private func neighbour(of word: [UInt32], isEnglish: Bool) -> String? {
    var best: Candidate?
    func consider(_ candidate: [UInt32], _ edits: Int) {
      guard let weight = weight(of: candidate, isEnglish: isEnglish, edits: edits) else { return }
      let candidate = Candidate(edits: edits, weight: weight, word: candidate)
      if best.map({ Self.isBetter(candidate, than: $0) }) ?? true { best = candidate }
    }
    if isEnglish { Self.forEachEdit(of: word) { consider($0, 1) } }
    let most = word.count >= Self.shortestForTwoEdits ? 2 : 1
    for length in max(Self.shortest - 1, word.count - most)...word.count + most {
      for candidate in buckets[Bucket(first: word[0], length: length)] ?? [] where candidate != word {
        if let edits = Self.edits(word, candidate, atMost: best?.edits ?? most) { consider(candidate, edits) }
      }
    }
    return best.map { best in
      entries[best.word]?.surface
        ?? String(String.UnicodeScalarView(best.word.compactMap(Unicode.Scalar.init)))
    }
  }

  /// How likely a word is meant where a neighbour of it is written; nil if it is no candidate.
  private func weight(of word: [UInt32], isEnglish: Bool, edits: Int) -> Float? {
    let entry = entries[word]
    let frequency = words.logFrequency(ofEnglish: word)
    if isEnglish {
      let least = edits == 1 ? Self.leastLogFrequency : Self.commonLogFrequency
      guard frequency ?? 0 > least || (entry?.english ?? 0) > 1 else { return nil }
      return 2 * Self.log(1 + (entry?.english ?? 0)) + (frequency ?? 0)
    }
    guard let entry, entry.other > 0, entry.other > 1 || words.hasOther(word) else { return nil }
    return Float(entry.other)
  }

  /// Fewer edits first, then the likelier word, then the one that sorts first.
  private static func isBetter(_ one: Candidate, than other: Candidate) -> Bool {
    if one.edits != other.edits { return one.edits < other.edits }
    if one.weight != other.weight { return one.weight > other.weight }
    return one.word.lexicographicallyPrecedes(other.word)
  }

  /// Every text of letters from a to z that one edit makes of a word.
  private static func forEachEdit(of word: [UInt32], _ body: ([UInt32]) -> Void) {
    for place in 0...word.count {
      let (head, tail) = (word[..<place], word[place...])
      if let first = tail.first {
        body(Array(head + tail.dropFirst()))
        if tail.count > 1 { body(head + [tail[place + 1], first] + tail.dropFirst(2)) }
      }
      for letter in letters {
        body(head + [letter] + tail)
        if let first = tail.first, first != letter { body(head + [letter] + tail.dropFirst()) }
      }
    }
  }

  /// The edits between two words, each part edited once (optimal string alignment); nil if there are more than `most`.
  package static func edits(_ one: [UInt32], _ other: [UInt32], atMost most: Int) -> Int? {
    guard abs(one.count - other.count) <= most else { return nil }
    var before: [Int] = []
    var previous = Array(0...other.count)
    for i in one.indices {
      var current = [i + 1] + [Int](repeating: 0, count: other.count)
      for j in other.indices {
        var edits = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (one[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
          edits = min(edits, before[j - 1] + 1)
        }
        current[j + 1] = edits
      }
      if current.allSatisfy({ $0 > most }), previous.allSatisfy({ $0 > most }) { return nil }
      before = previous
      previous = current
    }
    return previous[other.count] <= most ? previous[other.count] : nil
  }

  /// Where the word itself stands, without an elision before it or an ending behind.
  private static func place(of word: Word, in bytes: [UInt8]) -> Range<Int> {
    let text = String(decoding: bytes[word.source], as: UTF8.self)
    guard
      let part = text.split(whereSeparator: { "'’‘ʼ＇".contains($0) })
        .first(where: { Words.split(String($0)).first?.scalars == word.scalars })
    else { return word.source }
    let start = word.source.lowerBound + text.utf8.distance(from: text.startIndex, to: part.startIndex)
    return start..<start + part.utf8.count
  }

  /// About ln(n), in whole and linear parts of the binary logarithm: the same on every machine.
  private static func log(_ n: Int) -> Float {
    let whole = Int.bitWidth - 1 - n.leadingZeroBitCount
    return 0.6931472 * (Float(whole) + Float(n) / Float(1 << whole) - 1)
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  /// Words used no more often stand in dictionaries, but not in what people say.
  private static let leastLogFrequency: Float = 4
  /// Words used less often are too rare to be a part of another word, or to be meant two edits away.
  private static let commonLogFrequency: Float = 7
  private static let s = Unicode.Scalar("s").value
  private static let letters = Array(Unicode.Scalar("a").value...Unicode.Scalar("z").value)
}
