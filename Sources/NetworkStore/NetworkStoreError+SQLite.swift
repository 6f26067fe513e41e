import Foundation
internal import GRDB
internal import Matchmaking

extension NetworkStoreError {
  /// Says what an error of SQLite means for the file at a path.
  init(_ error: any Error, path: String, isReading: Bool) {
    self =
      switch error {
      case let error as NetworkStoreError: error
      case let error as NetworkError:
        isReading ? .invalid(path: path, error) : .failed(path: path, reason: "\(error)")
      case let error as Undo.MergedSince: .mergedSince(path: path, later: error.title)
      case let error as DatabaseError: Self.meaning(of: error, path: path)
      default: .failed(path: path, reason: error.localizedDescription)
      }
  }

  private static func meaning(of error: DatabaseError, path: String) -> NetworkStoreError {
    switch error.resultCode {
    case .SQLITE_NOTADB: .notADatabase(path: path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
    case .SQLITE_FULL, .SQLITE_IOERR: .full(path: path)
    case .SQLITE_CORRUPT: .damaged(path: path)
    case .SQLITE_READONLY: .readOnly(path: path)
    case .SQLITE_CANTOPEN, .SQLITE_PERM: .unopenable(path: path, reason: error.message ?? "no reason given")
    default: .failed(path: path, reason: error.message ?? "\(error.resultCode)")
    }
  }
}
