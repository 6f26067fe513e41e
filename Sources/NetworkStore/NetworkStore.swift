import Foundation
internal import GRDB
public import Matchmaking

/// One network in one SQLite file: "give me the network", "keep this change".
///
/// An edit is one transaction: all of it is kept, or nothing, whatever goes wrong. Several processes may have
/// the file open; an edit waits up to five seconds for another one to end. A file that is made is readable
/// and writable by its owner alone; one that is there keeps its permissions.
public struct NetworkStore: Sendable {
  /// Where the network is; `:memory:` for one that is kept nowhere.
  public let path: String
  private let queue: DatabaseQueue

  /// What a store is opened for.
  public enum Access: Hashable, Sendable, CaseIterable {
    /// Reading alone; the file must be there, and may be read-only.
    case reading
    /// Editing a file that is there.
    case editing
    /// Editing; the file is made if it isn't there, and so are the folders above it.
    case creating
  }

  /// Opens a network file.
  ///
  /// - Throws: a ``NetworkStoreError`` if there is no file and none is to be made, or if it is no network.
  public init(path: String, access: Access = .creating) throws(NetworkStoreError) {
    try self.init(path: path, access: access, patience: 5)
  }

  /// As ``init(path:access:)``, with the seconds that an edit waits for another one.
  package init(path: String, access: Access, patience: Double) throws(NetworkStoreError) {
    self.path = path
    let file = NetworkFile(path: path)
    let isMade = path == ":memory:" ? false : try file.prepare(for: access)
    do {
      queue = try Self.open(path, access, patience)
    } catch {
      if isMade { file.remove() }
      throw NetworkStoreError(error, path: path, isReading: access == .reading)
    }
  }

  /// The network as it is now.
  ///
  /// - Throws: a ``NetworkStoreError``.
  /// - Complexity: O(n log n) for n parts; about 10 µs a part.
  public func network() throws(NetworkStoreError) -> Network {
    try read { try Network(stored: $0) }
  }

  /// Changes the network: reads it, lets `edit` make another of it, and keeps that, in one transaction.
  ///
  /// Only what differs is written: an edit that changes nothing writes nothing.
  ///
  /// - Parameter edit: takes the network as it is, and gives the one to keep with whatever the caller wants back.
  /// - Throws: a ``NetworkStoreError``, or what `edit` throws; then the file is as it was before.
  /// - Complexity: O(n log n) for n parts of both networks.
  @discardableResult
  public func update<Result>(
    _ edit: (Network) throws -> (Network, Result)
  ) throws -> Result {
    try update(recordedAs: nil, edit).0
  }

  /// As ``update(_:)``, and remembers what changed, so that it can be taken back with ``undo(_:)``.
  ///
  /// - Parameter note: what to remember the change as.
  /// - Returns: what the caller wants back, and the number of the change; nil where nothing changed.
  /// - Throws: a ``NetworkStoreError``, or what `edit` throws; then the file is as it was before.
  /// - Complexity: O(n log n) for n parts of both networks.
  @discardableResult
  public func update<Result>(
    recordedAs note: RecordedChange.Note?, _ edit: (Network) throws -> (Network, Result)
  ) throws -> (Result, change: Int?) {
    var thrownByEdit: (any Error)?
    do {
      return try queue.inDatabase { database in
        var result: Result?
        var change: Int?
        try database.inTransaction(.immediate) {
          let current = try Network(stored: database)
          let next: Network
          do {
            (next, result) = try edit(current)
          } catch {
            thrownByEdit = error
            throw error
          }
          change = try next.store(replacing: current, recordedAs: note, in: database)
          return .commit
        }
        guard let result else { preconditionFailure("a transaction ended without a result") }
        return (result, change)
      }
    } catch {
      if let thrownByEdit { throw thrownByEdit }
      throw NetworkStoreError(error, path: path, isReading: false)
    }
  }

  /// What a model made of the network's texts, as far as it was kept.
  ///
  /// - Parameter model: the name of the model.
  /// - Throws: a ``NetworkStoreError``.
  /// - Complexity: O(encodings).
  public func encodings(of model: String) throws(NetworkStoreError) -> Encodings {
    try read { database in
      let records = try EncodingRecord.filter(sql: "model = ?", arguments: [model]).fetchAll(database)
      return Encodings(
        model: model, vectors: Dictionary(uniqueKeysWithValues: records.map { ($0.key, $0.bytes) }))
    }
  }

  /// Keeps what a model made of texts, in one transaction, beside what is kept.
  ///
  /// - Throws: a ``NetworkStoreError``; then nothing was kept.
  /// - Complexity: O(n log n) for n encodings.
  public func keep(_ encodings: Encodings) throws(NetworkStoreError) {
    guard let model = encodings.model else { return }
    try write { database in
      for (key, vector) in encodings.vectors {
        try EncodingRecord(model: model, key: key, vector: vector).insert(database, onConflict: .replace)
      }
    }
  }

  /// Forgets all encodings but these: those of other models, and of texts that are gone.
  ///
  /// - Throws: a ``NetworkStoreError``; then nothing was forgotten.
  /// - Complexity: O(n log n) for n encodings that are kept.
  public func forget(allBut encodings: Encodings) throws(NetworkStoreError) {
    try write { database in
      let kept = try EncodingRecord.fetchAll(database)
      for record in kept where record.model != encodings.model || encodings.vectors[record.key] == nil {
        try record.delete(database)
      }
    }
  }

  /// Reads in one transaction.
  func read<Result>(_ body: (Database) throws -> Result) throws(NetworkStoreError) -> Result {
    do {
      return try queue.read(body)
    } catch {
      throw NetworkStoreError(error, path: path, isReading: true)
    }
  }

  /// Writes in one transaction.
  func write(_ body: (Database) throws -> Void) throws(NetworkStoreError) {
    do {
      try queue.write(body)
    } catch {
      throw NetworkStoreError(error, path: path, isReading: false)
    }
  }

  private static func open(_ path: String, _ access: Access, _ patience: Double) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "linkup"
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // A new file's pages are larger than SQLite's 4 KiB: rows are some hundred bytes long, and take fewer splits and writes.
      // An import of a large file changes more pages than the 2 MiB that SQLite keeps else.
      try database.execute(sql: "PRAGMA page_size = 16384; PRAGMA cache_size = -16384")
    }
    let file = NetworkFile(path: path)
    guard path == ":memory:" || file.isWritable else {
      // A write-ahead log can't be opened where nothing can be written; but then nothing changes either.
      guard access == .reading else { throw NetworkStoreError.readOnly(path: path) }
      guard !file.isHalfChanged else { throw NetworkStoreError.halfChanged(path: path) }
      configuration.readonly = true
      let queue = try DatabaseQueue(path: file.immutableURI, configuration: configuration)
      if try queue.read({ try Migrations.isNew($0, path: path) }) {
        throw NetworkStoreError.missing(path: path)
      }
      return queue
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    // Looked at before anything is written: the file may be somebody else's.
    if try queue.read({ try Migrations.isNew($0, path: path) }) {
      guard access == .creating else { throw NetworkStoreError.missing(path: path) }
      try queue.inDatabase { try Migrations.claim($0, path: path) }
    }
    try Migrations.run(on: queue)
    if access != .reading { try? queue.inDatabase(log) }
    return queue
  }

  /// Has changes written to a log first, so that whoever reads need not wait for them.
  ///
  /// Not while the file is small: what fills it would be written twice. SQLite's other journal keeps the pages that a
  /// change replaces, and does as well where a log can't be had.
  private static func log(_ database: Database) throws {
    guard try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0 >= pagesToLog,
      try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal"
    else { return }
    // A power cut can cost the last change then, and never the file.
    try database.execute(sql: "PRAGMA synchronous = NORMAL")
  }

  /// 4 MiB.
  private static let pagesToLog = 256
}

extension NetworkStore {
  /// Leaves so many pages for the file to grow to: a full disk for tests.
  package func limit(pages: Int) throws {
    try queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
  }
}
