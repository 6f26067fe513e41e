import Foundation
import Interchange

/// How far an import is, in one line that is written over, on a terminal alone.
final class ImportProgress {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = Date()
  private var last = Date.distantPast
  private var records = 0

  /// Shows how far it has come, ten times a second at most while a file is read.
  func show(_ progress: Import.Progress) {
    records = progress.records
    guard isShown, progress.isJoining || Date().timeIntervalSince(last) > 0.1 else { return }
    last = Date()
    let seconds = max(0.001, Date().timeIntervalSince(start))
    let done = progress.bytesBefore + progress.bytes
    let rate = Double(done) / seconds
    let file = "\(progress.number) of \(progress.of): \(progress.file.shortened(to: 40))"
    if progress.isJoining { return write("joining \(file), \(records) records") }
    var text = "reading \(file), \(Self.megabytes(Double(progress.bytes))), \(Self.megabytes(rate))/s"
    if records > 0 { text += ", \(records) records" }
    let left = progress.bytesInAll - done
    if left > 0, done > 0, seconds > 1 { text += ", \(Int(Double(left) / rate) + 1) s left" }
    write(text)
  }

  /// Shows that all files are read, and what they say is being written.
  func showStoring() {
    if isShown { write("storing what \(records) records say") }
  }

  /// Wipes the line away.
  func end() {
    if isShown { write("") }
  }

  private static func megabytes(_ bytes: Double) -> String { "\(Int(bytes / 1e6)) MB" }

  /// Writes a line over the one before.
  private func write(_ text: String) {
    _ = Descriptor(number: STDERR_FILENO).write(Array(("\r\u{1B}[K" + text).utf8))
  }
}
