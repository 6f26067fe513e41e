/// What a collection of documents says about its terms, and with that the vector of every text.
///
/// The inner product of a query's vector with a document's is their similarity, 0…1. Immutable; a text
/// gives the same vector whatever else is asked.
package struct LexicalModel: Sendable {
  /// How texts are compared.
  package let similarity: LexicalSimilarity
  /// The documents' vectors, in their order.
  package let documents: SparseVectors
  private let families: [TermFamily]
  private let numbers: [Term: UInt32]
  private let idfs: [Float]
  private let averageLengths: [Float]
  private let unknownIDF: Float

  /// Counts the documents' terms and weights them. Complexity: O(terms in all documents).
  package init(documents texts: [String], similarity: LexicalSimilarity) {
    self.similarity = similarity
    let families = similarity.families
    var numbers: [Term: UInt32] = [:]
    var frequencies: [Int] = []
    var bags = [[TermBag]]()
    var totals = [Int](repeating: 0, count: families.count)
    bags.reserveCapacity(texts.count)
    for text in texts {
      let words = Words.split(text)
      bags.append(
        families.indices.map { family in
          let bag = TermBag(families[family].terms(of: words)) { term in
            if let number = numbers[term] { return number }
            numbers[term] = UInt32(frequencies.count)
            frequencies.append(0)
            return UInt32(frequencies.count - 1)
          }
          for number in bag.numbers { frequencies[Int(number)] += 1 }
          totals[family] += bag.length
          return bag
        })
    }
    let idf = TermFamily.bm25.idf
    let idfs = frequencies.map { idf(texts.count, $0) }
    let averageLengths = totals.map { max(1, Float($0)) / Float(max(1, texts.count)) }
    self.families = families
    self.numbers = numbers
    self.idfs = idfs
    self.averageLengths = averageLengths
    unknownIDF = idf(texts.count, 0)

    var vectors = SparseVectors()
    for bags in bags {
      vectors.append(
        families.indices.flatMap { family in
          let bag = bags[family]
          return zip(
            bag.numbers,
            families[family].documentWeights(
              counts: bag.counts, idfs: bag.numbers.map { idfs[Int($0)] }, length: bag.length,
              averageLength: averageLengths[family]))
        })
    }
    documents = vectors
  }

  /// The vector of a text as a document that isn't in the collection. Complexity: O(length).
  package func appendDocument(_ text: String, to vectors: inout SparseVectors) {
    append(Words.split(text), to: &vectors) { family, counts, idfs, length in
      families[family].documentWeights(
        counts: counts, idfs: idfs, length: length, averageLength: averageLengths[family])
    }
  }

  /// The vector of a text as a query. Complexity: O(length).
  package func appendQuery(_ text: String, to vectors: inout SparseVectors) {
    let words = Words.split(text)
    let distinctWords = Set(StopWords.removed(from: words).map(\.scalars)).count
    append(words, to: &vectors) { family, counts, idfs, _ in
      families[family].queryWeights(counts: counts, idfs: idfs, distinctWords: distinctWords)
    }
  }

  /// The vectors of many queries. Complexity: O(length of all).
  package func queries(_ texts: [String]) -> SparseVectors {
    var vectors = SparseVectors()
    for text in texts { appendQuery(text, to: &vectors) }
    return vectors
  }

  /// Weights a text's terms; those that no document has weigh in the length, but stand in no vector.
  private func append(
    _ words: [Word], to vectors: inout SparseVectors,
    weights: (_ family: Int, _ counts: [Int], _ idfs: [Float], _ length: Int) -> [Float]
  ) {
    vectors.append(
      families.indices.flatMap { family in
        var unknown: [Term: UInt32] = [:]
        let bag = TermBag(families[family].terms(of: words)) { term in
          if let number = numbers[term] { return number }
          let number = unknown[term] ?? UInt32(numbers.count + unknown.count)
          unknown[term] = number
          return number
        }
        let idfs = bag.numbers.map { Int($0) < self.idfs.count ? self.idfs[Int($0)] : unknownIDF }
        return zip(bag.numbers, weights(family, bag.counts, idfs, bag.length)).filter { $0.0 < numbers.count }
      })
  }
}
