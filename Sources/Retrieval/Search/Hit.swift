/// A document found for a query, with its score.
package struct Hit: Hashable, Sendable {
  /// The document's number in its index.
  package let document: UInt32
  /// How well it fits; higher is better.
  package let score: Float

  package init(document: UInt32, score: Float) {
    self.document = document
    self.score = score
  }

  /// Whether this hit comes before another: the higher score, and for equal scores the smaller document.
  package func precedes(_ other: Hit) -> Bool {
    score > other.score || (score == other.score && document < other.document)
  }
}
