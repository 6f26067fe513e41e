import Dispatch

extension Array where Element: Sendable {
  /// The values that a function has for the elements, in their order; the same for every number of threads.
  func concurrentCompactMap<Value: Sendable>(
    threads: Int, _ value: @Sendable (Element) -> Value?
  ) -> [Value] {
    precondition(threads >= 1, "there must be at least one thread, not \(threads)")
    // Parts enough that no thread waits long for the slowest one.
    let parts = Swift.max(1, Swift.min(count / 256, 16 * threads))
    guard threads > 1, parts > 1 else { return compactMap(value) }
    let found = [[Value]](unsafeUninitializedCapacity: parts) { buffer, initialized in
      // Each part's slot is written once, by the one thread that has the part.
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: Swift.min(threads, parts)) { thread in
        for part in stride(from: thread, to: parts, by: threads) {
          let range = count * part / parts..<count * (part + 1) / parts
          (slots.baseAddress! + part).initialize(to: self[range].compactMap(value))
        }
      }
      initialized = parts
    }
    return Array<Value>(found.joined())
  }
}
