import Foundation

/// Talk and errors, never answers.
enum StandardError {
  /// Prints `linkup: ` and the message in one line. That nobody can read it is no reason to fail.
  static func say(_ message: String) {
    _ = Descriptor(number: STDERR_FILENO).write(Array("linkup: \(message.terminalSafe)\n".utf8))
  }
}
