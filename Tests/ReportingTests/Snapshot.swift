import Foundation
import Testing

/// A page as it was last looked at and found good, kept in a file beside the tests.
enum Snapshot {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  /// Compares a page with its file; with `RECORD=1` in the environment it becomes the file.
  static func expect(_ page: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation)
    throws
  {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(page.utf8).write(to: file)
    }
    let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(
      page == recorded, "\(name) differs; look at it, and record it with RECORD=1",
      sourceLocation: sourceLocation)
  }
}
