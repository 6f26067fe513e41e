public import Matchmaking

/// Why a network file can't be read or changed. In each case the file is as it was before.
public enum NetworkStoreError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing(path: String)
  /// The path names a directory.
  case directory(path: String)
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// The file is a SQLite database that linkup didn't make.
  case notANetwork(path: String)
  /// A newer version of linkup made the file.
  case newer(path: String)
  /// The file can't be written, and a change of it is under way or was broken off, so that it can't be read either.
  case halfChanged(path: String)
  /// A change can't be taken back before a later merge is, which made another contact of one that the change names.
  case mergedSince(path: String, later: String)
  /// The file or its folder can't be written.
  case readOnly(path: String)
  /// The file can't be opened or made; the reason is the system's.
  case unopenable(path: String, reason: String)
  /// Another process is changing the file.
  case locked(path: String)
  /// There is no room left, or the disk fails.
  case full(path: String)
  /// The file is damaged.
  case damaged(path: String)
  /// The file holds something that is no network.
  case invalid(path: String, NetworkError)
  /// SQLite reports something else.
  case failed(path: String, reason: String)
}

extension NetworkStoreError: CustomStringConvertible {
  /// One line: the path, what is wrong, what to do next.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no network here; make one with: linkup import FILE"
    case .directory(let path):
      "\(path): is a directory; give the path of a network file"
    case .notADatabase(let path):
      "\(path): is no network file (not SQLite); give another with --network"
    case .notANetwork(let path):
      "\(path): is a SQLite database, but not a network of linkup; give another with --network"
    case .newer(let path):
      "\(path): was made by a newer linkup; update linkup"
    case .halfChanged(let path):
      "\(path): a change of it isn't done; let one who may write it open it, with linkup match"
    case .mergedSince(let path, let later):
      "\(path): a contact of it has been merged since: '\(later)'; first: linkup unmerge \(later.prefix { $0 != " " })"
    case .readOnly(let path):
      "\(path): can't be written; change the permissions of the file and its folder, or work on a copy"
    case .unopenable(let path, let reason):
      "\(path): can't be opened (\(reason)); check the path and its permissions"
    case .locked(let path):
      "\(path): another process is changing it; try again when that is done"
    case .full(let path):
      "\(path): can't be written, the disk is full or fails; nothing was changed; make room and try again"
    case .damaged(let path):
      "\(path): is damaged; restore it from a backup, or import an earlier export into a new file"
    case .invalid(let path, let error):
      "\(path): holds no valid network: \(error); restore it from a backup"
    case .failed(let path, let reason):
      "\(path): \(reason); nothing was changed"
    }
  }
}
