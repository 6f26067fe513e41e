public import Foundation

/// A folder of its own for one test, removed with the value.
public final class TemporaryFolder: Sendable {
  /// The folder's path.
  public let path: String

  /// Makes the folder.
  public init() {
    path = NSTemporaryDirectory() + "linkup-test-" + UUID().uuidString
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in the folder.
  public func file(_ name: String) -> String { path + "/" + name }

  /// Writes a file into the folder and returns its path.
  @discardableResult
  public func write(_ content: Data, to name: String) -> String {
    try! content.write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  /// Writes a text into the folder and returns its path.
  @discardableResult
  public func write(_ content: String, to name: String) -> String {
    write(Data(content.utf8), to: name)
  }
}
