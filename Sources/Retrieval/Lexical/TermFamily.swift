import Foundation

/// One kind of term, how a text is cut into it, and how its terms are weighted.
///
/// A text becomes a vector for each family such that the inner product of a query's and a document's vector is
/// the family's similarity in 0…1, times its share of the whole.
enum TermFamily: Sendable {
  /// Words, weighted by ``BM25``; a query's vector is divided by what a document could reach at most.
  case bm25Words
  /// Words without plural endings, weighted by TF-IDF and compared by cosine.
  case stems(share: Float)
  /// Character n-grams, weighted by TF-IDF and compared by cosine.
  case ngrams(share: Float)

  static let bm25 = BM25(k1: 1.2, b: 0.75)

  /// The terms of a text's words, in order, repeated ones repeated.
  func terms(of words: [Word]) -> [Term] {
    let words = StopWords.removed(from: words)
    return switch self {
    case .bm25Words: words.map { Term(.word, $0.scalars[...]) }
    case .stems: words.map { Term(.word, Stem.of($0.scalars)) }
    case .ngrams: NGrams.of(words).map { Term(.ngram, $0) }
    }
  }

  /// The share of the whole similarity.
  private var share: Float {
    switch self {
    case .bm25Words: 1
    case .stems(let share), .ngrams(let share): share
    }
  }

  /// How much of an idf counts. N-grams overlap, so that a rare word brings many rare n-grams; damping their
  /// idf keeps such a word from drowning the others.
  private func damped(_ idf: Float) -> Float {
    if case .ngrams = self { pow(idf, 0.75) } else { idf }
  }

  /// The weights of a document's terms: `counts` and `idfs` by term, `length` the number of all its terms.
  func documentWeights(counts: [Int], idfs: [Float], length: Int, averageLength: Float) -> [Float] {
    switch self {
    case .bm25Words:
      counts.map { Self.bm25.weight(tf: Float($0), dl: Float(length), avgdl: averageLength) }
    case .stems, .ngrams:
      cosineWeights(counts: counts, idfs: idfs)
    }
  }

  /// The weights of a query's terms, those that no document has included.
  func queryWeights(counts: [Int], idfs: [Float], distinctWords: Int) -> [Float] {
    switch self {
    case .bm25Words:
      let bound = idfs.reduce(0, +) * Self.bm25.supremum
      return idfs.map { $0 / bound }
    case .stems, .ngrams:
      let factor = share * Self.confidence(distinctWords: distinctWords)
      return cosineWeights(counts: counts, idfs: idfs).map { $0 * factor }
    }
  }

  /// How far a likeness to a query of so many words can be trusted, 0…1: a single word is easily shared by
  /// chance. It is the same for all documents, so it changes what is silent, never an order.
  static func confidence(distinctWords: Int) -> Float {
    Float(distinctWords) / (Float(distinctWords) + 0.5)
  }

  private func cosineWeights(counts: [Int], idfs: [Float]) -> [Float] {
    let raw = zip(counts, idfs).map { (1 + log(Float($0))) * damped($1) }
    let norm = raw.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return raw.map { $0 / norm }
  }
}
