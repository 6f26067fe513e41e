import Dispatch

/// Turns texts into vectors such that texts of like meaning lie close, in English and across languages.
///
/// Two encoders share the work: ``MiniLM`` reads English best, the ``UniversalSentenceEncoder`` reads sixteen languages, and a
/// ``Head`` carries the latter's vectors into the former's space. The surer a text is English, the more MiniLM says. Immutable; a
/// text gives the same vector on every machine and number of threads, whatever else is encoded.
package struct TextEncoder: Sendable {
  /// How much MiniLM says of a text that is surely English.
  private static let englishShare: Float = 0.7
  /// Below this probability that a text is English MiniLM isn't asked.
  private static let leastEnglish: Float = 0.05
  /// About how many pieces are read at a time: what is computed once for each distinct one is then worth it.
  private static let batch = 2048
  /// Which computation makes vectors of the weights: one more whenever it gives other bytes.
  private static let version = 2

  /// The files that a folder of models holds.
  package static let files = ["use.lkm", "minilm.lkm", "head.lkm", "language.lkm", "words.lkm"]

  /// Names the weights and what is computed from them: vectors of models with equal names are comparable.
  package let name: String
  /// Tells English from all else.
  package let language: LanguageIdentifier
  let use: UniversalSentenceEncoder
  let miniLM: MiniLM
  /// Which words are spelt right.
  package let words: WordList
  private let head: Head
  private let set: InstructionSet

  /// Opens the model files in a folder.
  ///
  /// - Throws: ``ModelError`` that names the file which is missing, damaged or of another version.
  package init(folder: String, on set: InstructionSet = .best) throws(ModelError) {
    func file(_ model: String) throws(ModelError) -> ModelFile {
      try ModelFile(folder + "/" + model + ".lkm")
    }
    let useFile = try file("use"), miniLMFile = try file("minilm")
    let headFile = try file("head"), languageFile = try file("language")
    use = try UniversalSentenceEncoder(useFile)
    miniLM = try MiniLM(miniLMFile)
    head = try Head(headFile)
    language = try LanguageIdentifier(languageFile)
    words = try WordList(try file("words"))
    name = ([useFile, miniLMFile, headFile, languageFile].map(\.checksum) + ["\(Self.version)"])
      .joined(separator: "-")
    self.set = set
  }

  /// The whole words of letters that MiniLM knows: common English ones. Complexity: O(pieces).
  package var vocabulary: [String] { miniLM.tokeniser.words }

  /// The vectors of texts, in their order; equal texts are encoded once.
  ///
  /// A text of many sentences becomes the mean of its parts, so that nothing is cut off. A text without letters and digits gets
  /// zeros, which are like nothing.
  ///
  /// - Parameters:
  ///   - threads: how many threads work, 1 or more.
  ///   - progress: told now and then, from any thread, how many more distinct texts are done.
  /// - Complexity: O(length of all texts): about a millisecond for a line of text.
  package func encode(
    _ texts: [String], threads: Int = 1, progress: (@Sendable (_ done: Int) -> Void)? = nil
  ) -> SemanticVectors {
    precondition(threads >= 1, "there must be at least one thread, not \(threads)")
    // By their bytes: texts that are equal to a reader may be other pieces to a model.
    var numbers: [[UInt8]: Int] = [:]
    var distinct: [String] = []
    let places = texts.map { text in
      let bytes = Array(text.utf8)
      if let number = numbers[bytes] { return number }
      numbers[bytes] = distinct.count
      distinct.append(text)
      return distinct.count - 1
    }
    let batches = Self.batches(of: distinct, threads: threads)
    let queue = distinct
    let parts = [SemanticVectors](unsafeUninitializedCapacity: batches.count) { buffer, count in
      // Each batch's slot is written once, by the one thread that has it.
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: min(threads, max(1, batches.count))) { thread in
        var known = KnownPieces()
        for number in stride(from: thread, to: batches.count, by: threads) {
          slots.initializeElement(at: number, to: encode(batch: queue[batches[number]], known: &known))
          progress?(batches[number].count)
        }
      }
      count = batches.count
    }
    let bytes = parts.flatMap(\.bytes)
    var vectors = SemanticVectors()
    for place in places {
      vectors.append(bytes[place * SemanticVectors.width..<(place + 1) * SemanticVectors.width])
    }
    return vectors
  }

  /// Ranges of texts of about as many pieces together as a batch should have, at least one for each thread.
  private static func batches(of texts: [String], threads: Int) -> [Range<Int>] {
    let sizes = texts.map { $0.utf8.count / 4 + 2 }
    return Batches.ranges(of: sizes, most: min(batch, sizes.reduce(0, +) / threads + 1))
  }

  /// A piece of a text that is encoded at a time.
  private struct Part {
    let text: Int
    let english: Float
    let pieces: [UInt32]
    let words: [UInt32]
  }

  private func encode(batch texts: ArraySlice<String>, known: inout KnownPieces) -> SemanticVectors {
    let width = SemanticVectors.width
    var means = [Float](repeating: 0, count: texts.count * width)
    var parts: [Part] = []
    var size = 0
    for (index, text) in texts.enumerated() where Self.isReadable(text) {
      let english = language.probabilityOfEnglish(text)
      let sentences = Sentences.parts(of: text, limit: MiniLM.longest) {
        miniLM.tokeniser.pieces(of: $0).count
      }
      for sentence in sentences {
        let part = Part(
          text: index, english: english < Self.leastEnglish ? 0 : english,
          pieces: use.tokeniser.pieces(of: sentence),
          words: english < Self.leastEnglish ? [] : miniLM.tokeniser.pieces(of: sentence))
        parts.append(part)
        size += part.pieces.count
        if size >= Self.batch {
          add(parts, to: &means, known: &known)
          (parts, size) = ([], 0)
        }
      }
    }
    add(parts, to: &means, known: &known)
    means.normaliseRows(of: width)
    var vectors = SemanticVectors()
    for row in stride(from: 0, to: means.count, by: width) {
      vectors.append(rounding: means[row..<row + width])
    }
    return vectors
  }

  /// Whether a text has a letter or a digit.
  private static func isReadable(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// Adds what each part says to the sum of its text, the longer ones more.
  private func add(_ parts: [Part], to sums: inout [Float], known: inout KnownPieces) {
    guard !parts.isEmpty else { return }
    let width = SemanticVectors.width
    let h = head.map(use.encode(parts.map(\.pieces), known: &known, on: set), on: set)
    let read = parts.indices.filter { parts[$0].english > 0 }
    let m = miniLM.encode(read.map { parts[$0].words }, on: set)
    var mixed = h
    for (row, part) in read.enumerated() {
      let share = Self.englishShare * parts[part].english
      for i in 0..<width {
        mixed[part * width + i] = share * m[row * width + i] + (1 - share) * h[part * width + i]
      }
    }
    mixed.normaliseRows(of: width)
    for (row, part) in parts.enumerated() {
      let weight = Float(part.pieces.count)
      for i in 0..<width { sums[part.text * width + i] += weight * mixed[row * width + i] }
    }
  }
}
