import Foundation

/// The file below a store: its place and its permissions, before SQLite sees it.
struct NetworkFile {
  let path: String

  /// Makes sure that there is a file to open, readable by its owner alone if it is made here; tells whether
  /// it is.
  func prepare(for access: NetworkStore.Access) throws(NetworkStoreError) -> Bool {
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) {
      guard !isDirectory.boolValue else { throw .directory(path: path) }
      guard Foundation.access(path, R_OK) == 0 else { throw .unopenable(path: path, reason: reason()) }
      return false
    }
    guard access == .creating, !path.isEmpty else { throw .missing(path: path) }
    let folder = (path as NSString).deletingLastPathComponent
    if !folder.isEmpty {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      } catch {
        throw .unopenable(path: path, reason: "its folder can't be made")
      }
    }
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR, 0o600)
    // Another process may have been faster; its file is as good.
    guard descriptor >= 0 || errno == EEXIST else { throw .unopenable(path: path, reason: reason()) }
    if descriptor >= 0 { close(descriptor) }
    return descriptor >= 0
  }

  /// Removes the file, and the journal beside it.
  func remove() {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
  }

  /// Whether SQLite can write the file and the log beside it.
  var isWritable: Bool {
    let folder = (path as NSString).deletingLastPathComponent
    return access(path, W_OK) == 0 && access(folder.isEmpty ? "." : folder, W_OK) == 0
  }

  /// Whether a change is under way, or was broken off: whoever can write the file sees it as it was before.
  var isHalfChanged: Bool {
    var status = stat()
    return stat(path + "-journal", &status) == 0 && status.st_size > 0
  }

  /// The file as one that nobody changes, which SQLite reads without a log; see https://sqlite.org/uri.html.
  var immutableURI: String {
    var components = URLComponents()
    components.scheme = "file"
    components.path = URL(fileURLWithPath: path).path
    return (components.string ?? path) + "?immutable=1"
  }

  private func reason() -> String { String(cString: strerror(errno)).lowercased() }
}
