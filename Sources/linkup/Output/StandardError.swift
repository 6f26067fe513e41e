import Foundation

/// Talk and errors, never answers.
enum StandardError {
  /// Prints `linkup: ` and the message in one line.
  static func say(_ message: String) {
    FileHandle.standardError.write(Data("linkup: \(message.terminalSafe)\n".utf8))
  }

  /// Whether a person reads along.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
