import Foundation
import Retrieval

/// The models that come with linkup, and what the reference makes of some texts.
enum Models {
  /// The repository's folder.
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The models' folder.
  static let folder = repository.appendingPathComponent("data/models").path

  /// The folder of material that doesn't belong to the repository.
  static let shared =
    ProcessInfo.processInfo.environment["LINKUP_SHARED"]
    ?? repository.appendingPathComponent("../shared").path

  static func file(_ model: String) throws -> ModelFile { try ModelFile("\(folder)/\(model).lkm") }

  private static let loaded = Result { try TextEncoder(folder: folder) }

  static func encoder() throws -> TextEncoder { try loaded.get() }

  /// One line of `build/fixture.jsonl`.
  struct Expected: Decodable {
    let text: String
    let unigrams: [UInt32]
    let wordpieces: [UInt32]
    let english: Float
    let bytes: [Int8]
  }

  static func expected() throws -> [Expected] {
    try String(contentsOfFile: "\(folder)/build/fixture.jsonl", encoding: .utf8)
      .split(separator: "\n").map { try JSONDecoder().decode(Expected.self, from: Data($0.utf8)) }
  }
}
