internal import Models
package import Retrieval

/// Reads what texts mean, in English, French and a dozen other languages, so that "mon évier fuit" finds "certified plumber".
///
/// The weights are 60 MB of files that come with the package; loading them takes a moment, so load them once. Immutable: any
/// number of tasks and engines may share one.
public struct SemanticModel: Sendable {
  package let encoder: TextEncoder

  /// The folder the weights were read from.
  public let folder: String

  /// Loads the weights in a folder, or those that come with the package.
  ///
  /// - Parameter folder: nil for the weights beside the program, where it was installed, or where the package was built.
  /// - Throws: a ``SemanticModelError`` that names the file which is missing, damaged or of another version.
  /// - Complexity: O(size of the files).
  public init(folder: String? = nil) throws(SemanticModelError) {
    guard let folder = folder ?? ModelFolder.find() else {
      throw SemanticModelError("the models are not installed")
    }
    self.folder = folder
    do {
      encoder = try TextEncoder(folder: folder)
    } catch {
      throw SemanticModelError("\(error)")
    }
  }

  /// Names the weights: encodings of models with equal names are comparable.
  public var name: String { encoder.name }
}
