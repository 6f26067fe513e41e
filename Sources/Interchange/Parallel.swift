internal import Dispatch
internal import Foundation

/// Work that as many threads do as there are processors.
enum Parallel {
  /// What a function makes of the numbers below a count, part by part in their order, which is the same for any number of
  /// threads: it takes some numbers that follow one another, by itself.
  static func map<Value>(_ count: Int, _ values: (Range<Int>) -> [Value]) -> [[Value]] {
    let parts = max(1, min(count / 256, 4 * ProcessInfo.processInfo.activeProcessorCount))
    if parts == 1 { return [values(0..<count)] }
    return [[Value]](unsafeUninitializedCapacity: parts) { buffer, initialized in
      // Each part is written once, by the one thread that has it, and the function doesn't outlive the call.
      nonisolated(unsafe) let slots = buffer
      nonisolated(unsafe) let values = values
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let range = count * part / parts..<count * (part + 1) / parts
        (slots.baseAddress! + part).initialize(to: values(range))
      }
      initialized = parts
    }
  }

  /// Lets go of a value of very many parts, which takes a while, on another thread.
  static func release<Value>(_ value: consuming Value) {
    nonisolated(unsafe) let last = value
    DispatchQueue.global(qos: .utility).async { withExtendedLifetime(last) {} }
  }
}
