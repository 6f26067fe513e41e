/// What a collection of documents says about its terms, and with that the vector of every text.
///
/// The inner product of a query's vector with a document's is their similarity, 0…1. Immutable; a text
/// gives the same vector whatever else is asked, and on any number of threads.
package struct LexicalModel: Sendable {
  /// How texts are compared.
  package let similarity: LexicalSimilarity
  /// The documents' vectors, in their order.
  package private(set) var documents: SparseVectors
  private let families: [TermFamily]
  private var numbers: TermTable
  /// Terms that were registered later, their numbers following the others': few, so that a model with more of them is soon
  /// made.
  private var laterNumbers = TermTable()
  /// What each term's idf counts.
  private let idfs: [Float]
  /// The idf of a term that no document has.
  private let unknownIDF: Float
  /// The mean size of the documents, by family.
  private let averages: [Float]

  /// Texts that a thread reads before their terms are numbered.
  private static let chunk = 4096

  /// Counts the documents' terms and weights them.
  ///
  /// - Parameter threads: how many threads work; the result is the same for every number.
  /// - Complexity: O(terms in all documents).
  package init(documents texts: Texts, similarity: LexicalSimilarity, threads: Int = 1) {
    self.similarity = similarity
    let families = similarity.families
    var numbers = TermTable()
    var frequencies: [Int] = []
    var familyOf: [UInt8] = []
    var sizes = [Double](repeating: 0, count: families.count)
    var vectors = SparseVectors()
    var counts = TermCounts()
    Self.read(0..<texts.count, of: texts, families, countsWords: false, threads: threads) { _, terms in
      for text in 0..<terms.count {
        counts.count(terms, text, familyCount: families.count) { numbers.insert($0) }
        for (entry, number) in counts.numbers.enumerated() {
          if number == frequencies.count {
            frequencies.append(0)
            familyOf.append(counts.families[entry])
          }
          frequencies[Int(number)] += 1
        }
        for family in families.indices {
          sizes[family] += Double(terms.range(of: text, family: family).count)
        }
        vectors.append(counts.numbers, counts.weights)
      }
    }
    let idf = TermFamily.bm25.idf
    self.idfs = zip(frequencies, familyOf).map { families[Int($1)].counting(idf(texts.count, $0)) }
    averages = sizes.map { max(1, Float($0)) / Float(max(1, texts.count)) }
    unknownIDF = idf(texts.count, 0)
    self.families = families
    self.numbers = numbers
    let (idfs, averages) = (idfs, averages)
    vectors.mapWeights(threads: threads) { terms, weights in
      Self.weigh(
        terms, weights, families, familyOf: { familyOf[Int(terms[$0])] }, idf: { idfs[Int(terms[$0])] },
        isQuery: false
      ) { family, tf, idf, size in
        families[family].documentWeight(tf: tf, idf: idf, size: size, average: averages[family])
      }
    }
    documents = vectors
  }

  /// Numbers the terms of texts that documents may later share, though none does yet. Such a term weighs as one that no
  /// document has, and stands in vectors from now on.
  ///
  /// - Complexity: O(terms in all texts).
  package mutating func register(_ texts: Texts) {
    Self.forEachTerm(of: texts, families) { _ = numbers.insert($0) }
  }

  /// The same for a few texts more, in a model of which copies are in use. Complexity: O(terms registered so + length).
  package mutating func register(later texts: Texts) {
    Self.forEachTerm(of: texts, families) {
      if numbers.number(of: $0) == nil { _ = laterNumbers.insert($0) }
    }
  }

  private static func forEachTerm(of texts: Texts, _ families: [TermFamily], _ body: (Term) -> Void) {
    read(0..<texts.count, of: texts, families, countsWords: false, threads: 1) { _, terms in
      for term in terms.terms { body(term) }
    }
  }

  /// A term's number; nil if neither a document has it nor a registered text.
  private func number(of term: Term) -> UInt32? {
    numbers.number(of: term) ?? laterNumbers.number(of: term).map { UInt32(numbers.count) + $0 }
  }

  /// The vector of a text as a document that isn't in the collection. Complexity: O(length).
  package func appendDocument(_ text: String, to vectors: inout SparseVectors) {
    var weighing = Weighing(self)
    weighing.append(Texts([text]), isQuery: false, to: &vectors)
  }

  /// The vector of a text as a query. Complexity: O(length).
  package func appendQuery(_ text: String, to vectors: inout SparseVectors) {
    var weighing = Weighing(self)
    weighing.append(Texts([text]), isQuery: true, to: &vectors)
  }

  /// The vectors of many queries. Complexity: O(length of all).
  package func queries(_ texts: Texts, threads: Int = 1) -> SparseVectors {
    queries(texts, 0..<texts.count, threads: threads)
  }

  /// The vectors of some of many queries, in order. Complexity: O(their length).
  package func queries(_ texts: Texts, _ range: Range<Int>, threads: Int = 1) -> SparseVectors {
    var parts = [SparseVectors](repeating: SparseVectors(), count: threads)
    let share = (range.count + threads - 1) / threads
    parts.withUnsafeMutableBufferPointer { buffer in
      // Each thread writes the one part of its number.
      nonisolated(unsafe) let slots = buffer
      Threads.run(threads) { thread in
        var weighing = Weighing(self)
        let start = min(range.lowerBound + thread * share, range.upperBound)
        let mine = start..<min(start + share, range.upperBound)
        Self.read(mine, of: texts, families, countsWords: true, threads: 1) { _, terms in
          weighing.append(terms, isQuery: true, to: &slots[thread])
        }
      }
    }
    return parts.dropFirst().reduce(into: parts[0]) { $0.append($1) }
  }

  /// Reads texts chunk by chunk, each thread some of them, and hands over their terms in order.
  private static func read(
    _ range: Range<Int>, of texts: Texts, _ families: [TermFamily], countsWords: Bool, threads: Int,
    _ body: (Range<Int>, TextTerms) -> Void
  ) {
    var read = [TextTerms](
      repeating: TextTerms(families: families.count, countsWords: countsWords), count: threads)
    var start = range.lowerBound
    while start < range.upperBound {
      let chunks = (0..<threads).map { thread in
        min(start + thread * chunk, range.upperBound)..<min(start + (thread + 1) * chunk, range.upperBound)
      }
      read.withUnsafeMutableBufferPointer { buffer in
        // Each thread writes the one chunk of its number.
        nonisolated(unsafe) let slots = buffer
        Threads.run(threads) { thread in
          var reader = TermReader(families)
          slots[thread].removeAll()
          for text in chunks[thread] { texts.withBytes(of: text) { reader.read($0, into: &slots[thread]) } }
        }
      }
      for (chunk, terms) in zip(chunks, read) { body(chunk, terms) }
      start += threads * chunk
    }
  }

  /// Weighs a text's terms: in, how often each occurs; out, its weight. The sizes of families are summed in order of the
  /// terms.
  @inline(__always)
  private static func weigh(
    _ terms: UnsafeBufferPointer<UInt32>, _ weights: UnsafeMutableBufferPointer<Float>,
    _ families: [TermFamily],
    familyOf: (Int) -> UInt8, idf: (Int) -> Float, isQuery: Bool,
    weight: (_ family: Int, _ tf: Float, _ idf: Float, _ size: Float) -> Float
  ) {
    var sizes = SIMD4<Float>.zero
    for entry in terms.indices {
      let family = Int(familyOf(entry))
      sizes[family] += families[family].size(tf: weights[entry], idf: idf(entry), isQuery: isQuery)
    }
    for entry in terms.indices {
      let family = Int(familyOf(entry))
      weights[entry] = weight(family, weights[entry], idf(entry), sizes[family])
    }
  }

  /// Weighs texts that are not of the collection.
  private struct Weighing {
    private let model: LexicalModel
    private var counts = TermCounts()
    private var unknown: [Term: UInt32] = [:]

    init(_ model: LexicalModel) {
      self.model = model
    }

    mutating func append(_ texts: Texts, isQuery: Bool, to vectors: inout SparseVectors) {
      LexicalModel.read(
        0..<texts.count, of: texts, model.families, countsWords: isQuery, threads: 1
      ) { _, terms in append(terms, isQuery: isQuery, to: &vectors) }
    }

    /// Terms that have no number weigh in the size, but stand in no vector.
    mutating func append(_ texts: TextTerms, isQuery: Bool, to vectors: inout SparseVectors) {
      let (families, idfs, averages) = (model.families, model.idfs, model.averages)
      let numbered = model.numbers.count + model.laterNumbers.count
      for text in 0..<texts.count {
        unknown.removeAll(keepingCapacity: true)
        counts.count(texts, text, familyCount: families.count) { term in
          if let number = model.number(of: term) { return number }
          let number = unknown[term] ?? UInt32(numbered + unknown.count)
          unknown[term] = number
          return number
        }
        let familyOf = counts.families
        counts.numbers.withUnsafeBufferPointer { terms in
          counts.weights.withUnsafeMutableBufferPointer { weights in
            LexicalModel.weigh(
              terms, weights, families, familyOf: { familyOf[$0] },
              idf: { entry in
                let number = Int(terms[entry])
                return number < idfs.count
                  ? idfs[number] : families[Int(familyOf[entry])].counting(model.unknownIDF)
              },
              isQuery: isQuery
            ) { family, tf, idf, size in
              isQuery
                ? families[family].queryWeight(
                  tf: tf, idf: idf, size: size, distinctWords: texts.distinctWords[text])
                : families[family].documentWeight(tf: tf, idf: idf, size: size, average: averages[family])
            }
          }
        }
        // Numbers rise, so those of unknown terms stand last.
        let end = counts.numbers.firstIndex { $0 >= numbered } ?? counts.numbers.count
        vectors.append(counts.numbers[..<end], counts.weights[..<end])
      }
    }
  }
}
