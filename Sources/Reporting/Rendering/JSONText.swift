internal import Foundation

/// Writes a page as JSON, for programs; `docs/report.schema.json` describes it.
public enum JSONText {
  /// The page as one object, its names in order, which ends with a newline.
  public static func render(_ page: Page) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(page), as: UTF8.self) + "\n"
  }
}
