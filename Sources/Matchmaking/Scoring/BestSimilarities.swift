internal import Retrieval
import Foundation

/// Each need's best offer, found when first asked for.
final class BestSimilarities: @unchecked Sendable {
  // The lock guards the hits; a hit depends on nothing but its need's number, so that it doesn't matter who finds it.
  private let lock = NSLock()
  private var hits: [Int: Hit] = [:]
  /// How many offers there were: hits are the best of those.
  let offers: Int

  init(offers: Int) {
    self.offers = offers
  }

  /// What is known of a need.
  func known(_ need: Int) -> Hit? { lock.withLock { hits[need] } }

  /// The best offer of a need, by `find` where it isn't known.
  func hit(_ need: Int, find: () -> Hit) -> Hit {
    if let known = known(need) { return known }
    let found = find()
    set(need, to: found)
    return found
  }

  func set(_ need: Int, to hit: Hit) {
    lock.withLock { hits[need] = hit }
  }
}
