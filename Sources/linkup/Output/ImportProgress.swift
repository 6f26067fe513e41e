import Foundation
import Interchange

/// How far an import is, in one line that is written over, on a terminal alone.
final class ImportProgress {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = Date()
  private var last = Date.distantPast

  /// Shows how far it has come, ten times a second at most.
  func show(_ progress: Import.Progress) {
    guard isShown, Date().timeIntervalSince(last) > 0.1 else { return }
    last = Date()
    let seconds = max(0.001, Date().timeIntervalSince(start))
    let rate = Double(progress.bytesBefore + progress.bytes) / seconds
    let left = progress.bytesInAll - progress.bytesBefore - progress.bytes
    var text = "reading \(progress.number) of \(progress.of): \(progress.file.shortened(to: 40))"
    text += ", \(Self.megabytes(Double(progress.bytes))), \(Self.megabytes(rate))/s"
    if left > 0, seconds > 1 { text += ", \(Int(Double(left) / rate) + 1) s left" }
    write("\r\u{1B}[K" + text)
  }

  /// Wipes the line away.
  func end() {
    if isShown { write("\r\u{1B}[K") }
  }

  private static func megabytes(_ bytes: Double) -> String { "\(Int(bytes / 1e6)) MB" }

  private func write(_ text: String) {
    _ = Descriptor(number: STDERR_FILENO).write(Array(text.utf8))
  }
}
