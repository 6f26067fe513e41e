internal import Foundation

/// Where the gazetteer's file is.
package enum PlacesFolder {
  /// The folder that comes with the program or library; nil if the file lies in none of the places looked at.
  ///
  /// In this order: the bundle that the package manager puts beside a program, `../share/linkup/places` seen
  /// from the program, where `make install` puts it, and this source file's own folder.
  package static func find() -> String? {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    let besideProgram = ["linkup_Places.resources", "../share/linkup/places"].compactMap {
      program?.appendingPathComponent($0).standardizedFileURL.path
    }
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path
    return (besideProgram + [sources]).first { folder in
      FileManager.default.fileExists(atPath: folder + "/places.lkm")
    }
  }
}
