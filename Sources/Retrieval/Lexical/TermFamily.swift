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

  /// The share of the whole similarity.
  private var share: Float {
    switch self {
    case .bm25Words: 1
    case .stems(let share), .ngrams(let share): share
    }
  }

  /// Whether ``queryWeight(tf:idf:size:distinctWords:)`` depends on how many distinct words a query has.
  var countsWords: Bool {
    if case .bm25Words = self { false } else { true }
  }

  /// How much a term's idf counts. N-grams overlap, so that a rare word brings many rare n-grams; damping their
  /// idf keeps such a word from drowning the others.
  func counting(_ idf: Float) -> Float {
    if case .ngrams = self { pow(idf, 0.75) } else { idf }
  }

  /// What a term that occurs `tf` times adds to a text's size, by which ``documentWeight(tf:idf:size:average:)`` and
  /// ``queryWeight(tf:idf:size:distinctWords:)`` divide.
  ///
  /// - Parameters:
  ///   - idf: what the term's idf counts.
  ///   - isQuery: whether the text is a query.
  func size(tf: Float, idf: Float, isQuery: Bool) -> Float {
    switch self {
    case .bm25Words:
      return isQuery ? idf : tf
    case .stems, .ngrams:
      let raw = Self.cosineWeight(tf: tf, idf: idf)
      return raw * raw
    }
  }

  /// The weight of a term in a document whose terms have a size in all, `average` on average.
  func documentWeight(tf: Float, idf: Float, size: Float, average: Float) -> Float {
    switch self {
    case .bm25Words: Self.bm25.weight(tf: tf, dl: size, avgdl: average)
    case .stems, .ngrams: Self.cosineWeight(tf: tf, idf: idf) / size.squareRoot()
    }
  }

  /// The weight of a term in a query whose terms, those that no document has included, have a size in all.
  func queryWeight(tf: Float, idf: Float, size: Float, distinctWords: Int) -> Float {
    switch self {
    case .bm25Words: idf / (size * Self.bm25.supremum)
    case .stems, .ngrams:
      Self.cosineWeight(tf: tf, idf: idf) / size.squareRoot()
        * (share * Self.confidence(distinctWords: distinctWords))
    }
  }

  /// How far a likeness to a query of so many words can be trusted, 0…1: a single word is easily shared by
  /// chance. It is the same for all documents, so it changes what is silent, never an order.
  static func confidence(distinctWords: Int) -> Float {
    Float(distinctWords) / (Float(distinctWords) + 0.5)
  }

  private static func cosineWeight(tf: Float, idf: Float) -> Float {
    tf == 1 ? idf : (1 + log(tf)) * idf
  }
}
