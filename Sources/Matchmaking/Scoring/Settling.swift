internal import Retrieval
import Foundation

/// Settles a comparison's texts in the background: the searches of whoever goes on with it get no slower meanwhile, and soon
/// faster.
final class Settling: @unchecked Sendable {
  /// The comparison that is being settled.
  let earlier: TextComparison
  // The condition guards what was made of it.
  private let condition = NSCondition()
  private var settled: TextComparison?

  init(_ comparison: TextComparison) {
    earlier = comparison
    DispatchQueue.global(qos: .utility).async { [self] in
      let settled = earlier.settled()
      condition.withLock {
        self.settled = settled
        condition.broadcast()
      }
    }
  }

  /// The comparison settled; nil as long as it isn't, unless it is waited for.
  func result(waiting: Bool) -> TextComparison? {
    condition.withLock {
      while waiting, settled == nil { condition.wait() }
      return settled
    }
  }
}
