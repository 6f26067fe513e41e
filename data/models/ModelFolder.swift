internal import Foundation

/// Where the encoders' weight files are.
package enum ModelFolder {
  /// The folder that comes with the program or library; nil if the files lie in none of the places looked at.
  ///
  /// In this order: the bundle that the package manager puts beside a program, `../share/linkup/models` seen from the
  /// program, where `make install` puts them, and this source file's own folder.
  package static func find() -> String? {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    let besideProgram = ["linkup_Models.resources", "../share/linkup/models"].compactMap {
      program?.appendingPathComponent($0).standardizedFileURL.path
    }
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    return (besideProgram + [sources]).first { folder in
      FileManager.default.fileExists(atPath: folder + "/use.lkm")
    }
  }
}
