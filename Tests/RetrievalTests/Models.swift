import Foundation
import Retrieval

/// The models that ship with linkup, and the results of the reference for some texts; tests of them are passed over
/// where the models have not been built.
enum Models {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("data/models")

  static let areThere = ["use", "minilm", "language"].allSatisfy {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("\($0).lkm").path)
  }

  static func file(_ model: String) throws -> ModelFile {
    try ModelFile(folder.appendingPathComponent("\(model).lkm").path)
  }

  /// One line of `build/fixture.jsonl`.
  struct Expected: Decodable {
    let text: String
    let unigrams: [UInt32]
    let wordpieces: [UInt32]
    let english: Float
  }

  static func expected() throws -> [Expected] {
    try String(contentsOf: folder.appendingPathComponent("build/fixture.jsonl"), encoding: .utf8)
      .split(separator: "\n").map { try JSONDecoder().decode(Expected.self, from: Data($0.utf8)) }
  }
}
