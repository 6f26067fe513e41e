/// The best hits of one query by terms and meaning so far.
struct MixedHits {
  private var top: TopHits
  /// The lowest score that may still be kept.
  private(set) var threshold: Float
  /// What terms add at most for each unit of length of a document's vector of terms.
  let reach: Float
  private let minimum: Float

  /// - Parameters:
  ///   - limit: 1 or more.
  ///   - minimum: what a kept score must exceed.
  init(limit: Int, above minimum: Float, reach: Float) {
    top = TopHits(limit: limit)
    threshold = minimum
    self.minimum = minimum
    self.reach = reach
  }

  /// Keeps a hit if it is among the best so far.
  mutating func offer(_ hit: Hit) {
    guard hit.score > minimum, hit.score >= threshold else { return }
    top.offer(hit)
    if let worst = top.worst { threshold = max(minimum, worst) }
  }

  /// The kept hits, best first.
  mutating func removeAll() -> [Hit] { top.removeAll() }
}
