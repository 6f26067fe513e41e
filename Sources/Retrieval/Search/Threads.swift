import Dispatch

/// Work for several threads at a time.
package enum Threads {
  /// Calls `body` once for each of 0..<count, at the same time, and returns when all are done.
  ///
  /// - Parameter count: 1 or more; one thread works on the caller's.
  package static func run(_ count: Int, _ body: (Int) -> Void) {
    precondition(count >= 1, "there must be at least one thread, not \(count)")
    // The closure doesn't outlive the call.
    nonisolated(unsafe) let body = body
    count == 1 ? body(0) : DispatchQueue.concurrentPerform(iterations: count) { body($0) }
  }
}
