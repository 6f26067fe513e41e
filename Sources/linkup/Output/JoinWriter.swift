import Foundation

/// Writes what `linkup join` found.
struct JoinWriter {
  let format: JoinFormat
  let output = StandardOutput()

  /// Writes the offers for one need, best first. Scores are compared as they are printed, so that the order
  /// can be checked by a reader: equal ones stay in order of offer id.
  func write(need: String, _ hits: [(offer: String, score: Double)]) throws {
    var rounded: [(offer: String, millionths: Int)] = hits.map { hit in
      (hit.offer, Int((hit.score * 1e6).rounded()))
    }
    rounded.sort { left, right in
      left.millionths != right.millionths ? left.millionths > right.millionths : left.offer < right.offer
    }
    for hit in rounded {
      let score = Self.decimal(hit.millionths)
      switch format {
      case .tsv: try output.write("\(need)\t\(hit.offer)\t\(score)\n")
      case .jsonl:
        try output.write(
          "{\"need\":\(try Self.json(need)),\"offer\":\(try Self.json(hit.offer)),\"score\":\(score)}\n")
      }
    }
  }

  /// 1234567 as `1.234567`.
  private static func decimal(_ millionths: Int) -> String {
    let fraction = String(millionths % 1_000_000)
    return "\(millionths / 1_000_000).\(String(repeating: "0", count: 6 - fraction.utf8.count))\(fraction)"
  }

  private static func json(_ text: String) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: try encoder.encode(text), as: UTF8.self)
  }
}
