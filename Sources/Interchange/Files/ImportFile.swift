internal import Foundation

/// One file to import: on disk, in an archive, or bytes at hand.
struct ImportFile {
  /// What messages call it: the path, with the archive's before it.
  let name: String
  /// Whether it was named by the caller, and not found in a folder or an archive: nothing else may be passed over.
  let isNamed: Bool
  let content: Content

  enum Content {
    case file(path: String)
    case entry(ZipArchive, ZipArchive.Entry)
    case bytes([UInt8])
    /// Standard input.
    case input
    /// Mails, a file each, read as one.
    case maildir([String])
  }

  /// The files that it consists of: itself, or the mails of a Maildir.
  var parts: [ImportFile] {
    guard case .maildir(let paths) = content else { return [self] }
    return paths.map { ImportFile(name: $0, isNamed: isNamed, content: .file(path: $0)) }
  }

  /// How many bytes the content has; 0 if that isn't known.
  var size: Int {
    switch content {
    case .bytes(let bytes): bytes.count
    case .input: 0
    case .entry(_, let entry): entry.size
    case .file(let path): Self.size(of: path)
    case .maildir(let paths): paths.reduce(0) { $0 + Self.size(of: $1) }
    }
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The archive that it is in, if it is in one.
  var archive: String? { if case .entry(let archive, _) = content { archive.path } else { nil } }

  /// Hands the content, chunk by chunk, to a closure, which tells whether to go on.
  func read(_ body: (ArraySlice<UInt8>) throws(ImportError) -> Bool) throws(ImportError) {
    switch content {
    case .bytes(let bytes): _ = try body(bytes[...])
    case .input: _ = try Self.read(STDIN_FILENO, named: name, body)
    case .entry(let archive, let entry): try archive.read(entry, body)
    case .file(let path): _ = try Self.read(path, named: name, body)
    case .maildir(let paths):
      for path in paths where try !Self.read(path, named: path, body) { return }
    }
  }

  /// How the content begins, enough to recognise a format.
  func beginning() throws(ImportError) -> (bytes: [UInt8], isWhole: Bool) {
    var bytes: [UInt8] = []
    var isWhole = true
    try read { chunk throws(ImportError) in
      bytes += chunk.prefix(Self.enough - bytes.count)
      if bytes.count == Self.enough { isWhole = false }
      return isWhole
    }
    return (bytes, isWhole)
  }

  /// The whole content.
  func whole() throws(ImportError) -> [UInt8] {
    var bytes: [UInt8] = []
    try read { chunk throws(ImportError) in
      guard bytes.count + chunk.count <= Self.largest else {
        throw .unknownFormat(path: name, advice: "has more than 1 GiB: split it")
      }
      bytes += chunk
      return true
    }
    return bytes
  }

  /// Reads a file on disk, which may be a pipe; false if the closure wanted no more.
  private static func read(
    _ path: String, named name: String, _ body: (ArraySlice<UInt8>) throws(ImportError) -> Bool
  ) throws(ImportError) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: name, reason: reason(errno)) }
    defer { close(descriptor) }
    return try read(descriptor, named: name, body)
  }

  private static func read(
    _ descriptor: Int32, named name: String, _ body: (ArraySlice<UInt8>) throws(ImportError) -> Bool
  ) throws(ImportError) -> Bool {
    var buffer = [UInt8](repeating: 0, count: chunkSize)
    while true {
      let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return true }
      if count < 0 {
        if errno == EINTR { continue }
        throw .unreadable(path: name, reason: reason(errno))
      }
      if try !body(buffer[..<count]) { return false }
    }
  }

  /// Why a file can't be read, in words.
  static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT: "there is no such file"
    case EACCES: "the permission is missing"
    default: String(cString: strerror(number)).lowercased()
    }
  }

  private static let enough = 131_072
  private static let chunkSize = 1 << 20
  private static let largest = 1 << 30
}
