import Foundation

/// How far a long job is, in one line that is written over, on a terminal alone.
final class Progress: Sendable {
  private let verb: String
  private let things: String
  private let lock = NSLock()
  // Guarded by the lock.
  private nonisolated(unsafe) var done = 0
  private nonisolated(unsafe) var shown = -1

  /// A job such as `reading 120 of 500 texts`.
  init(_ verb: String, of things: String) {
    self.verb = verb
    self.things = things
  }

  /// Says that so many more are done; every hundredth of the whole is shown.
  func add(_ more: Int, of total: Int) {
    lock.withLock {
      done += more
      let share = total > 0 ? 100 * done / total : 100
      guard share != shown, isatty(STDERR_FILENO) == 1 else { return }
      shown = share
      show("\r\(verb) \(done) of \(total) \(things)")
    }
  }

  /// Wipes the line away.
  func end() {
    lock.withLock {
      if shown >= 0 { show("\r\u{1B}[K") }
    }
  }

  private func show(_ text: String) {
    _ = Descriptor(number: STDERR_FILENO).write(Array(text.utf8))
  }
}
