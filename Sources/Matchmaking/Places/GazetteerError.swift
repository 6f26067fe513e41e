internal import Retrieval

/// Why the gazetteer can't be used.
public struct GazetteerError: Error, Hashable, CustomStringConvertible, Sendable {
  /// One line that names the file and says what to do.
  public let description: String

  init(_ description: String) {
    self.description = description
  }

  init(_ error: ModelError) {
    description =
      switch error {
      case .unreadable(let path, let reason): "\(path): can't be read (\(reason)); reinstall"
      case .notAModel(let path): "\(path): is no gazetteer; reinstall"
      case .otherVersion(let path): "\(path): is of another version than this linkup reads; reinstall"
      case .damaged(let path, let reason): "\(path): is damaged: \(reason); reinstall"
      }
  }
}
