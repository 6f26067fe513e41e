/// Why a model file can't be used.
package enum ModelError: Error, Hashable, Sendable {
  /// The file can't be opened or mapped; the reason is the system's.
  case unreadable(path: String, reason: String)
  /// The file is no model file.
  case notAModel(path: String)
  /// The file is written in a version of the format that this program doesn't read.
  case otherVersion(path: String)
  /// The file contradicts itself, its checksum or what its model needs.
  case damaged(path: String, reason: String)
}

extension ModelError: CustomStringConvertible {
  /// One line: the path, what is wrong, what to do next.
  package var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): can't be read (\(reason)); build the models or reinstall"
    case .notAModel(let path):
      "\(path): is no model file; build the models again or reinstall"
    case .otherVersion(let path):
      "\(path): is of another version than this linkup reads; build the models again or reinstall"
    case .damaged(let path, let reason):
      "\(path): is damaged: \(reason); build the models again or reinstall"
    }
  }
}
