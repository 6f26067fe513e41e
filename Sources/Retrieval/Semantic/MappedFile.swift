import Foundation

/// The bytes of a file, mapped into memory for reading for as long as the object lives.
///
/// Whoever shortens the file meanwhile takes pages away from under it; models are replaced by renaming.
final class MappedFile: @unchecked Sendable {  // The bytes are never written.
  let bytes: UnsafeRawBufferPointer

  init(_ path: String) throws(ModelError) {
    func failure() -> ModelError { .unreadable(path: path, reason: String(cString: strerror(errno))) }
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure() }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(path: path, reason: "not a regular file")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw failure() }
    guard let count = Int(exactly: status.st_size), count > 0 else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
      return
    }
    guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw failure()
    }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
  }

  deinit {
    if let start = bytes.baseAddress { munmap(UnsafeMutableRawPointer(mutating: start), bytes.count) }
  }
}
