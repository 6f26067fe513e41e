import Foundation

/// The folder of material that does not belong to the repository: `LINKUP_SHARED`, else `../shared`.
enum SharedFolder {
  static let imports: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path =
      ProcessInfo.processInfo.environment["LINKUP_SHARED"] ?? root.appending(path: "../shared").path
    let imports = URL(fileURLWithPath: path).appending(path: "imports")
    return FileManager.default.fileExists(atPath: imports.path) ? imports : nil
  }()

  static let isThere = imports != nil

  /// Why tests over it are skipped.
  static let absence = "needs shared/imports; set LINKUP_SHARED to the folder shared"

  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: imports!.appending(path: path))
  }
}
