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
  /// What the idf of a term counts that no document has, by family.
  private let unknownIDFs: [Float]
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
    var familyOf: [UInt8] = []
    var sizes = [Double](repeating: 0, count: families.count)
    var vectors = SparseVectors()
    Self.read(0..<texts.count, of: texts, families, countsWords: false, threads: threads) { read in
      // Terms are numbered in the order of the texts, which is one thread's work; the rest is any thread's.
      var numbered = [[UInt32]](repeating: [], count: read.count)
      for (part, terms) in read.enumerated() {
        numbered[part].reserveCapacity(terms.terms.count)
        for text in 0..<terms.count {
          for family in families.indices {
            let range = terms.range(of: text, family: family)
            sizes[family] += Double(range.count)
            for term in range {
              let number = numbers.insert(terms.terms[term])
              if number == familyOf.count { familyOf.append(UInt8(family)) }
              numbered[part].append(number)
            }
          }
        }
      }
      for part in Self.counted(read, numbered, families) { vectors.append(part) }
    }
    var frequencies = [UInt32](repeating: 0, count: numbers.count)
    for term in vectors.terms { frequencies[Int(term)] += 1 }
    let idf = TermFamily.bm25.idf
    self.idfs = zip(frequencies, familyOf).map { families[Int($1)].counting(idf(texts.count, Int($0))) }
    averages = sizes.map { max(1, Float($0)) / Float(max(1, texts.count)) }
    unknownIDFs = families.map { $0.counting(idf(texts.count, 0)) }
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
    read(0..<texts.count, of: texts, families, countsWords: false, threads: 1) { read in
      for terms in read { for term in terms.terms { body(term) } }
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
    let countsWords = families.contains { $0.countsWords }
    parts.withUnsafeMutableBufferPointer { buffer in
      // Each thread writes the one part of its number.
      nonisolated(unsafe) let slots = buffer
      Threads.run(threads) { thread in
        var weighing = Weighing(self)
        let start = min(range.lowerBound + thread * share, range.upperBound)
        let mine = start..<min(start + share, range.upperBound)
        Self.read(mine, of: texts, families, countsWords: countsWords, threads: 1) { read in
          for terms in read { weighing.append(terms, isQuery: true, to: &slots[thread]) }
        }
      }
    }
    return parts.dropFirst().reduce(into: parts[0]) { $0.append($1) }
  }

  /// How often each term occurs in each text, for texts whose terms have numbers; a part is a thread's work.
  private static func counted(
    _ texts: [TextTerms], _ numbers: [[UInt32]], _ families: [TermFamily]
  ) -> [SparseVectors] {
    var vectors = [SparseVectors](repeating: SparseVectors(), count: texts.count)
    vectors.withUnsafeMutableBufferPointer { buffer in
      // Each thread writes the one part of its number.
      nonisolated(unsafe) let slots = buffer
      Threads.run(texts.count) { part in
        let counts = TermCounts()
        for text in 0..<texts[part].count {
          counts.withTerms(of: text, in: texts[part], familyCount: families.count) {
            numbers[part][$0]
          } _: { terms in
            slots[part].append(terms.numbers, terms.weights)
          }
        }
      }
    }
    return vectors
  }

  /// Reads texts in rounds of a chunk for each thread, and hands over the terms of a round's chunks in order.
  private static func read(
    _ range: Range<Int>, of texts: Texts, _ families: [TermFamily], countsWords: Bool, threads: Int,
    _ body: ([TextTerms]) -> Void
  ) {
    var read = [TextTerms](
      repeating: TextTerms(families: families.count, countsWords: countsWords), count: threads)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: threads * chunk) {
      read.withUnsafeMutableBufferPointer { buffer in
        // Each thread writes the one chunk of its number.
        nonisolated(unsafe) let slots = buffer
        Threads.run(threads) { thread in
          var reader = TermReader(families)
          slots[thread].removeAll()
          let first = min(start + thread * chunk, range.upperBound)
          for text in first..<min(first + chunk, range.upperBound) {
            texts.withBytes(of: text) { reader.read($0, into: &slots[thread]) }
          }
        }
      }
      body(read)
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
    withUnsafeTemporaryAllocation(of: Float.self, capacity: families.count) { sizes in
      sizes.initialize(repeating: 0)
      for entry in terms.indices {
        let family = Int(familyOf(entry))
        sizes[family] += families[family].size(tf: weights[entry], idf: idf(entry), isQuery: isQuery)
      }
      for entry in terms.indices {
        let family = Int(familyOf(entry))
        weights[entry] = weight(family, weights[entry], idf(entry), sizes[family])
      }
    }
  }

  /// Weighs texts that are not of the collection.
  private struct Weighing {
    private let model: LexicalModel
    private let counts = TermCounts()
    private var unknown = TermTable()

    init(_ model: LexicalModel) {
      self.model = model
    }

    mutating func append(_ texts: Texts, isQuery: Bool, to vectors: inout SparseVectors) {
      LexicalModel.read(
        0..<texts.count, of: texts, model.families, countsWords: isQuery, threads: 1
      ) { read in for terms in read { append(terms, isQuery: isQuery, to: &vectors) } }
    }

    /// Terms that have no number weigh in the size, but stand in no vector.
    mutating func append(_ texts: TextTerms, isQuery: Bool, to vectors: inout SparseVectors) {
      let (families, averages) = (model.families, model.averages)
      let (idfs, unknownIDFs) = (model.idfs, model.unknownIDFs)
      let numbered = model.numbers.count + model.laterNumbers.count
      for text in 0..<texts.count {
        unknown.removeAll()
        counts.withTerms(of: text, in: texts, familyCount: families.count) {
          let term = texts.terms[$0]
          return model.number(of: term) ?? UInt32(numbered) + unknown.insert(term)
        } _: { terms in
          LexicalModel.weigh(
            terms.numbers, terms.weights, families, familyOf: { terms.families[$0] },
            idf: { entry in
              let number = Int(terms.numbers[entry])
              return number < idfs.count ? idfs[number] : unknownIDFs[Int(terms.families[entry])]
            },
            isQuery: isQuery
          ) { family, tf, idf, size in
            isQuery
              ? families[family].queryWeight(
                tf: tf, idf: idf, size: size, distinctWords: texts.distinctWords[text])
              : families[family].documentWeight(tf: tf, idf: idf, size: size, average: averages[family])
          }
          // Numbers rise, so those of unknown terms stand last.
          var known = terms.numbers.count
          while known > 0, terms.numbers[known - 1] >= numbered { known -= 1 }
          vectors.append(terms.numbers[..<known], terms.weights[..<known])
        }
      }
    }
  }
}
