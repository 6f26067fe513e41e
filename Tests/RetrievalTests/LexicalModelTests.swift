import Foundation
import Retrieval
import TestSupport
import Testing

/// The vectors of texts beside the formulas, computed term by term with strings as keys.
@Suite struct LexicalModelTests {
  /// Words that documents share, some often; with `unknown`, some that no document has.
  private static func text(_ length: ClosedRange<Int>, unknown: Bool, using random: inout SeededRandom)
    -> String
  {
    (0..<Int.random(in: length, using: &random)).map { _ in
      if unknown, Bool.random(using: &random) { return "u\(Int.random(in: 0..<150, using: &random))x" }
      let upper = Int.random(in: 1...600, using: &random)
      return "w\(Int.random(in: 0..<upper, using: &random))"
    }.joined(separator: [" ", ", ", " l'"].randomElement(using: &random)!)
  }

  private static func words(_ text: String) -> [String] {
    StopWords.removed(from: Words.split(text)).map(\.text)
  }

  private static func ngrams(_ text: String) -> [String] {
    let marked = Array("_" + words(text).joined(separator: "_") + "_")
    return marked.count < 3 ? [] : (0...marked.count - 3).map { String(marked[$0..<$0 + 3]) }
  }

  private static func counts(_ terms: [String]) -> [String: Double] {
    terms.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// Texts of no word, of few, and of more than fit in rooms of every size.
  private static func texts(_ count: Int, unknown: Bool, using random: inout SeededRandom) -> [String] {
    (0..<count).map { number in
      text(number % 10 == 0 ? 100...400 : 0...12, unknown: unknown, using: &random)
    }
  }

  @Test(arguments: [UInt64(1), 2, 3]) func `weighs words as BM25 does`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let documents = Self.texts(120, unknown: false, using: &random)
    let queries = Self.texts(60, unknown: true, using: &random)
    let counts = documents.map { Self.counts(Self.words($0)) }
    let lengths = documents.map { Double(Self.words($0).count) }
    let average = lengths.reduce(0, +) / Double(documents.count)
    func idf(_ term: String) -> Double {
      let df = Double(counts.count { $0[term] != nil })
      return log(1 + (Double(documents.count) - df + 0.5) / (df + 0.5))
    }
    let model = LexicalModel(documents: Texts(documents), similarity: .words)
    let vectors = model.queries(Texts(queries))
    for (query, text) in queries.enumerated() {
      let asked = Self.counts(Self.words(text))
      let whole = asked.keys.reduce(0) { $0 + idf($1) }
      for document in documents.indices {
        let score = asked.keys.reduce(0.0) { sum, term in
          guard let tf = counts[document][term] else { return sum }
          return sum + idf(term) / (whole * 2.2) * tf * 2.2
            / (tf + 1.2 * (0.25 + 0.75 * lengths[document] / average))
        }
        let found = Double(vectors.dot(query, with: document, of: model.documents))
        #expect(abs(found - score) < 1e-5, "seed \(seed), query \(query), document \(document)")
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3]) func `compares n-grams by the cosine of their weights`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let documents = Self.texts(40, unknown: false, using: &random)
    let queries = Self.texts(30, unknown: true, using: &random)
    let counts = documents.map { Self.counts(Self.ngrams($0)) }
    func weights(_ terms: [String: Double]) -> [String: Double] {
      let raw = Dictionary(
        uniqueKeysWithValues: terms.map { term, tf in
          let df = Double(counts.count { $0[term] != nil })
          let idf = log(1 + (Double(documents.count) - df + 0.5) / (df + 0.5))
          return (term, (1 + log(tf)) * pow(idf, 0.75))
        })
      let length = raw.values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return raw.mapValues { $0 / length }
    }
    let weighed = counts.map(weights)
    let model = LexicalModel(documents: Texts(documents), similarity: .ngrams)
    let vectors = model.queries(Texts(queries))
    for (query, text) in queries.enumerated() {
      let asked = weights(Self.counts(Self.ngrams(text)))
      let different = Double(Set(Self.words(text)).count)
      for document in documents.indices {
        let cosine = asked.reduce(0.0) { $0 + $1.value * (weighed[document][$1.key] ?? 0) }
        let found = Double(vectors.dot(query, with: document, of: model.documents))
        #expect(
          abs(found - cosine * different / (different + 0.5)) < 1e-5,
          "seed \(seed), query \(query), document \(document)")
      }
    }
  }
}
