import Foundation

/// Answers: buffered, and with every write checked, so that a full disk behind `>` doesn't pass unnoticed.
final class StandardOutput {
  private var buffer: [UInt8] = []

  /// Writes a text, sooner or later.
  func write(_ text: some StringProtocol) throws {
    try write(Array(text.utf8))
  }

  /// Writes bytes, sooner or later.
  func write(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try write($0) }
  }

  /// Writes bytes, many of them now.
  func write(_ bytes: UnsafeRawBufferPointer) throws {
    if buffer.count + bytes.count < Self.most {
      buffer += bytes
    } else {
      try flush()
      try writeNow(bytes)
    }
  }

  private static let most = 1 << 16

  /// Writes a text and ends the line.
  func line(_ text: String = "") throws {
    try write(text)
    try write("\n")
  }

  /// Writes now. To be called at the end.
  func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    try buffer.withUnsafeBytes { try writeNow($0) }
  }

  private func writeNow(_ bytes: UnsafeRawBufferPointer) throws {
    guard let reason = Descriptor(number: STDOUT_FILENO).write(bytes) else { return }
    if reason == EPIPE { throw ClosedPipe() }
    throw Failure("standard output: \(String(cString: strerror(reason))); the answer is not complete")
  }

  /// Whether a person reads the answer.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
}
