import Foundation

/// A file that a command writes for its user's eyes alone.
struct OutputFile {
  let path: String

  /// Writes a text: into an ordinary or a new file as a whole or not at all, straight into anything else,
  /// such as a device or a pipe. A new file is its owner's alone; one that is there keeps its permissions.
  func write(_ text: String) throws {
    var status = stat()
    let isThere = stat(path, &status) == 0
    let isOrdinary = isThere ? status.st_mode & S_IFMT == S_IFREG : lstat(path, &status) != 0
    guard isOrdinary else {
      // Also for a link to a file that isn't there yet.
      return try write(text, to: open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600))
    }
    let target = isThere ? URL(fileURLWithPath: path).resolvingSymlinksInPath().path : path
    let draft = "\(target).\(UUID().uuidString)"
    defer { unlink(draft) }
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    try write(text, to: descriptor)
    if isThere { chmod(draft, status.st_mode & 0o7777) }
    guard rename(draft, target) == 0 else { throw failure(errno) }
  }

  private func write(_ text: String, to descriptor: Int32) throws {
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    if let reason = Descriptor(number: descriptor).write(Array(text.utf8)) { throw failure(reason) }
  }

  private func failure(_ reason: Int32) -> Failure {
    let reason = String(cString: strerror(reason)).lowercased()
    return Failure(
      "\(path): can't be written (\(reason)); check that the folder is there, is writable and has room")
  }
}
