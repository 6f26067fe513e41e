public import Foundation
public import Matchmaking

/// Files of contacts read and joined into a network.
///
/// Folders and ZIP archives are walked. A record that cannot be used is skipped, with its line and the reason, and the
/// rest goes in. Importing the same files again changes nothing.
public struct Import: Sendable {
  /// The network that was there before, with the records of the files joined in.
  public let network: Network
  /// What became of the records of each file that was read, in the order in which they were.
  public let files: [Summary]
  /// Why nothing came out of other files.
  public let failures: [ImportError]
  /// How many files in folders and archives hold nothing about contacts.
  public let passedOver: Int
  /// Files in folders and archives that may hold contacts, and that linkup can't open: archives, workbooks, data files.
  public let unopened: [ImportError]

  /// How files are to be read.
  public struct Options: Sendable {
    /// The format of all files; nil to recognise each by its content, whatever its name.
    public var format: Format?
    /// What columns of tables mean, by their headers, where linkup would not guess it.
    public var columns: [String: ContactColumn]
    /// Whether what was written in messages is kept, as private notes.
    public var keepsBodies: Bool

    /// Options; without arguments, each format is recognised and no message is kept.
    public init(format: Format? = nil, columns: [String: ContactColumn] = [:], keepsBodies: Bool = false) {
      self.format = format
      self.columns = columns
      self.keepsBodies = keepsBodies
    }
  }

  /// Reads files, folders and archives, and joins their records into a network.
  ///
  /// Who the host is comes first, then contacts, then messages, mails and meetings with them, in whatever order the files
  /// are named.
  ///
  /// - Parameters:
  ///   - paths: Files, folders and archives on this machine; `-` for standard input.
  ///   - existing: The network before.
  ///   - options: How to read them.
  ///   - progress: Called while files are read.
  /// - Complexity: O(n log n) for n records and parts of the network.
  public init(
    of paths: [String], into existing: Network = .empty, options: Options = Options(),
    progress: (Progress) -> Void = { _ in }
  ) {
    let found = FileFinder(paths)
    self.init(found.files, found.failures, into: existing, options, progress)
  }

  /// Reads one file, folder or archive and joins its records into a network.
  ///
  /// - Parameters:
  ///   - url: A file on this machine.
  ///   - existing: The network before.
  ///   - format: The file's format; nil to recognise it by the content.
  /// - Throws: An ``ImportError`` if nothing could be read.
  /// - Complexity: O(n log n) for n records and parts of the network.
  public init(
    of url: URL, into existing: Network = .empty, format: Format? = nil
  ) throws(ImportError) {
    self.init(of: [url.relativePath], into: existing, options: Options(format: format))
    if files.isEmpty, let failure = failures.first { throw failure }
  }

  /// Reads the content of a file, such as standard input, and joins its records into a network.
  ///
  /// - Parameters:
  ///   - data: The content.
  ///   - name: What messages call the file.
  ///   - existing: The network before.
  ///   - options: How to read it.
  /// - Throws: An ``ImportError`` if the content holds no contacts in a known format.
  /// - Complexity: O(n log n) for n records and parts of the network.
  public init(
    of data: Data, named name: String, into existing: Network = .empty, options: Options = Options()
  ) throws(ImportError) {
    let file = ImportFile(name: name, isNamed: true, content: .bytes(Array(data)))
    self.init([file], [], into: existing, options) { _ in }
    if let failure = failures.first { throw failure }
  }

  /// Hands over the bytes of a file, which may be a pipe, chunk by chunk; those of standard input for `-`.
  package static func read(_ path: String, _ body: (ArraySlice<UInt8>) -> Void) throws(ImportError) {
    let file =
      path == "-"
      ? ImportFile(name: "standard input", isNamed: true, content: .input)
      : ImportFile(name: path, isNamed: true, content: .file(path: path))
    try file.read { chunk throws(ImportError) in
      body(chunk)
      return true
    }
  }

  /// What became of the records of all files together.
  public var summary: Summary { files.reduce(into: Summary(file: files.first?.file ?? "")) { $0.add($1) } }

  private init(
    _ found: [ImportFile], _ failures: [ImportError], into existing: Network, _ options: Options,
    _ progress: (Progress) -> Void
  ) {
    var failures = failures
    var passedOver: [ImportError] = []
    func fail(_ file: ImportFile, _ error: ImportError) {
      if file.isNamed || !error.isAboutContent { failures.append(error) } else { passedOver.append(error) }
    }
    var readers: [FileReader] = []
    for file in found {
      do throws(ImportError) {
        readers.append(try FileReader(file, options, hasOthers: found.count > 1))
      } catch {
        fail(file, error)
      }
    }
    let archives = Set(readers.filter(\.isLinkedIn).compactMap(\.file.archive))
    readers.removeAll { reader in
      guard reader.isPassedOver(inArchives: archives) else { return false }
      passedOver.append(.unknownFormat(path: reader.file.name, advice: "holds nothing about contacts"))
      return true
    }
    let ranks = Dictionary(grouping: readers.indices) { readers[$0].rank }
    let order = ranks.sorted { $0.key < $1.key }.flatMap(\.value)
    let sizes = order.map { readers[$0].file.size }
    var joining = Joining(existing)
    for (number, reader) in order.map({ readers[$0] }).enumerated() {
      let name = reader.file.name
      let recordsBefore = joining.files.reduce(0) { $0 + $1.read }
      func report(_ bytes: Int, joining records: Int? = nil) {
        progress(
          Progress(
            file: name, number: number + 1, of: readers.count, bytes: bytes,
            bytesBefore: sizes[..<number].reduce(0, +), bytesInAll: sizes.reduce(0, +),
            records: recordsBefore + (records ?? 0), isJoining: records != nil))
      }
      report(0)
      do throws(ImportError) {
        var summary = Summary(file: name)
        let records = try reader.records(
          host: reader.isLinkedIn ? joining.archiveHost : joining.knownHost, &summary,
          progress: { report($0) })
        report(sizes[number], joining: summary.read)
        joining.add(records, summary)
      } catch {
        if reader.isRecognised { failures.append(error) } else { fail(reader.file, error) }
      }
    }
    (network, files) = joining.finish()
    Parallel.release(consume joining)
    if files.isEmpty, failures.isEmpty {
      // One file alone is not passed over without a word of what it is.
      failures.append(
        passedOver.count == 1 ? passedOver.removeLast() : .nothing(files: found.count))
    }
    if !files.isEmpty, !options.columns.isEmpty, !files.contains(where: \.isMapped) {
      failures.append(.columns(path: found[0].name, headers: options.columns.keys.sorted()))
    }
    self.failures = failures
    unopened = passedOver.filter(\.isOfClosedFile)
    self.passedOver = passedOver.count - unopened.count
  }
}
