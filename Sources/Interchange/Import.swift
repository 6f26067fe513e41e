public import Foundation
public import Matchmaking

/// One file of contacts read and joined into a network.
///
/// A record that cannot be used is skipped, with its line and the reason, and the rest goes in. Importing the
/// same file again changes nothing.
public struct Import: Sendable {
  /// The network that was there before, with the records of the file joined in.
  public let network: Network
  /// What became of each record.
  public let summary: Summary

  /// Reads a file and joins its records into a network.
  ///
  /// - Parameters:
  ///   - url: A file on this machine.
  ///   - existing: The network before.
  ///   - format: The file's format; nil to recognise it by the content, whatever the file's name.
  /// - Throws: An ``ImportError`` if the file cannot be read or holds no contacts in a known format.
  /// - Complexity: O(n log n) for n records and parts of the network.
  public init(
    of url: URL, into existing: Network = .empty, format: Format? = nil
  ) throws(ImportError) {
    try self.init(of: Self.content(of: url), named: url.relativePath, into: existing, format: format)
  }

  /// The bytes of a file, which may be a pipe.
  package static func content(of url: URL) throws(ImportError) -> Data {
    let path = url.relativePath
    let descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: reason(errno)) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw .directory(path: path)
    }
    do {
      return try FileHandle(fileDescriptor: descriptor, closeOnDealloc: true).readToEnd() ?? Data()
    } catch {
      throw .unreadable(path: path, reason: error.localizedDescription.replacing("\n", with: " "))
    }
  }

  /// Reads the content of a file, such as standard input, and joins its records into a network.
  ///
  /// - Parameters:
  ///   - data: The content.
  ///   - name: What messages call the file.
  ///   - existing: The network before.
  ///   - format: The file's format; nil to recognise it by the content.
  /// - Throws: An ``ImportError`` if the content holds no contacts in a known format.
  /// - Complexity: O(n log n) for n records and parts of the network.
  public init(
    of data: Data, named name: String, into existing: Network = .empty, format: Format? = nil
  ) throws(ImportError) {
    let raw = Array(data)
    if let kind = BinaryKind(detectedIn: raw) { throw .notText(path: name, advice: kind.advice) }
    let text = SourceText(decoding: raw)
    guard !text.isBlank else { throw .empty(path: name) }

    var summary = Summary(file: name)
    let records: [ContactRecord]
    do {
      records = try (format ?? Format(recognising: text)).records(
        of: text, host: existing.host.flatMap(existing.contact), &summary)
    } catch {
      throw .unknownFormat(path: name, advice: error.advice)
    }
    (network, self.summary) = Joining.join(records, into: existing, summary: summary)
  }

  private static func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT: "there is no such file"
    case EACCES: "the permission is missing"
    default: String(cString: strerror(number)).lowercased()
    }
  }
}
