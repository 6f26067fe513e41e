import Foundation
import Retrieval

/// Writes what `linkup join` found.
struct JoinWriter {
  let output = StandardOutput()

  /// What stands before, between and after ids, and the ids as they are written.
  private let parts: [[UInt8]]
  private let needs: Texts
  private let offers: Texts

  init(format: JoinFormat, needs: Texts, offers: Texts) throws {
    switch format {
    case .tsv:
      parts = ["", "\t", "\t", "\n"].map { Array($0.utf8) }
      (self.needs, self.offers) = (needs, offers)
    case .jsonl:
      parts = ["{\"need\":", ",\"offer\":", ",\"score\":", "}\n"].map { Array($0.utf8) }
      (self.needs, self.offers) = (try Self.json(needs), try Self.json(offers))
    }
  }

  /// Writes the offers for one need, best first. Scores are compared as they are printed, so that the order
  /// can be checked by a reader: equal ones stand in their order.
  func write(need: Int, _ hits: some Collection<(offer: Int, score: Double)>) throws {
    var rounded: [(offer: Int, millionths: Int)] = []
    rounded.reserveCapacity(hits.count)
    for hit in hits {
      let millionths = Int((hit.score * 1e6).rounded())
      // Nearly always the last place.
      var place = rounded.count
      while place > 0, (-rounded[place - 1].millionths, rounded[place - 1].offer) > (-millionths, hit.offer) {
        place -= 1
      }
      rounded.insert((hit.offer, millionths), at: place)
    }
    for hit in rounded {
      output.append(parts[0])
      needs.withBytes(of: need) { output.append($0) }
      output.append(parts[1])
      offers.withBytes(of: hit.offer) { output.append($0) }
      output.append(parts[2])
      Self.withDecimal(hit.millionths) { output.append($0) }
      output.append(parts[3])
      try output.flushIfFull()
    }
  }

  /// 1234567 as `1.234567`; less than ten millions.
  private static func withDecimal(_ millionths: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 8) { digits in
      var rest = millionths
      for place in [7, 6, 5, 4, 3, 2, 0] {
        digits[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      digits[1] = UInt8(ascii: ".")
      body(digits)
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
