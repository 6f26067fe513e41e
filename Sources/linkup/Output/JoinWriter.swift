import Foundation
import Retrieval

/// Writes what `linkup join` found.
struct JoinWriter {
  let output = StandardOutput()

  /// What stands before, between and after ids, and the ids as they are written.
  private let parts: [[UInt8]]
  private let needs: Texts
  private let offers: Texts
  private let threads: Int

  init(format: JoinFormat, needs: Texts, offers: Texts, threads: Int) throws {
    self.threads = threads
    switch format {
    case .tsv:
      parts = ["", "\t", "\t", "\n"].map { Array($0.utf8) }
      (self.needs, self.offers) = (needs, offers)
    case .jsonl:
      parts = ["{\"need\":", ",\"offer\":", ",\"score\":", "}\n"].map { Array($0.utf8) }
      (self.needs, self.offers) = (try Self.json(needs), try Self.json(offers))
    }
  }

  /// Writes the offers for some needs, in their order.
  ///
  /// - Parameter hits: a need's offers, best first; asked for by several threads at a time.
  func write(_ needs: Range<Int>, _ hits: (_ need: Int) -> [(offer: Int, score: Double)]) throws {
    for start in stride(from: needs.lowerBound, to: needs.upperBound, by: threads * Self.chunk) {
      var lines = [[UInt8]](repeating: [], count: threads)
      lines.withUnsafeMutableBufferPointer { lines in
        // Each thread writes the one text of its number.
        nonisolated(unsafe) let lines = lines
        Threads.run(threads) { thread in
          let first = min(start + thread * Self.chunk, needs.upperBound)
          for need in first..<min(first + Self.chunk, needs.upperBound) {
            append(need, hits(need), to: &lines[thread])
          }
        }
      }
      for lines in lines { try output.write(lines) }
    }
  }

  /// Needs whose lines a thread makes at a time.
  private static let chunk = 4096

  /// Adds the lines of one need. Scores are compared as they are printed, so that the order can be checked by a
  /// reader: equal ones stand in their order.
  private func append(_ need: Int, _ hits: [(offer: Int, score: Double)], to lines: inout [UInt8]) {
    var rounded = hits.map { (offer: $0.offer, millionths: Int(($0.score * 1e6).rounded())) }
    // Nearly always in order already.
    for place in rounded.indices {
      var place = place
      while place > 0,
        (-rounded[place - 1].millionths, rounded[place - 1].offer) > (
          -rounded[place].millionths, rounded[place].offer
        )
      {
        rounded.swapAt(place - 1, place)
        place -= 1
      }
    }
    for hit in rounded {
      lines += parts[0]
      needs.withBytes(of: need) { lines += $0 }
      lines += parts[1]
      offers.withBytes(of: hit.offer) { lines += $0 }
      lines += parts[2]
      Self.append(hit.millionths, to: &lines)
      lines += parts[3]
    }
  }

  /// 1234567 as `1.234567`; less than ten millions.
  private static func append(_ millionths: Int, to lines: inout [UInt8]) {
    var power = 1_000_000
    while power > 0 {
      lines.append(UInt8(ascii: "0") + UInt8(millionths / power % 10))
      if power == 1_000_000 { lines.append(UInt8(ascii: ".")) }
      power /= 10
    }
  }

  private static func json(_ ids: Texts) throws -> Texts {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    var encoded = Texts()
    for id in ids.strings { encoded.append(try encoder.encode(id)) }
    return encoded
  }
}
