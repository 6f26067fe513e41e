import Foundation
import Models
import Retrieval

/// What texts mean, kept beside them in a file, rows of bytes, as encoding them takes minutes.
enum MeaningFile {
  /// The vectors of the first texts of `FOLDER/NAME.tsv`, from `FOLDER/NAME.i8` where it has enough of them.
  static func vectors(of texts: Texts, named name: String, in folder: String) throws -> SemanticVectors {
    let file = URL(fileURLWithPath: "\(folder)/\(name).i8")
    let length = texts.count * SemanticVectors.width
    if let data = try? Data(contentsOf: file), data.count >= length {
      return SemanticVectors(bytes: data.prefix(length).map { Int8(bitPattern: $0) })
    }
    guard let models = ModelFolder.find() else { fatalError("the models are not beside the program") }
    let vectors = try TextEncoder(folder: models).encode(texts.strings)
    try vectors.bytes.withUnsafeBufferPointer { try Data(buffer: $0).write(to: file) }
    return vectors
  }
}
