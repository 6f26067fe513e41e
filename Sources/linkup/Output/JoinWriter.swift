import Foundation
import Retrieval

/// Writes what `linkup join` found.
struct JoinWriter {
  let output = StandardOutput()

  /// What stands before, between and after ids, and the ids as they are written.
  private let parts: Texts
  private let needs: Texts
  private let offers: Texts
  private let threads: Int

  init(format: JoinFormat, needs: Texts, offers: Texts, threads: Int) throws {
    self.threads = threads
    switch format {
    case .tsv:
      parts = Texts(["", "\t", "\t", "\n"])
      (self.needs, self.offers) = (needs, offers)
    case .jsonl:
      parts = Texts(["{\"need\":", ",\"offer\":", ",\"score\":", "}\n"])
      (self.needs, self.offers) = (try Self.json(needs), try Self.json(offers))
    }
  }

  /// Writes the offers for some needs, in their order.
  ///
  /// - Parameter hits: a need's offers, best first; asked for by several threads at a time.
  func write(_ needs: Range<Int>, _ hits: (_ need: Int) -> [(offer: Int, score: Double)]) throws {
    let rooms = (0..<threads).map { _ in LineRoom() }
    for start in stride(from: needs.lowerBound, to: needs.upperBound, by: threads * Self.chunk) {
      withPieces { pieces in
        // Each thread has the one room of its number.
        nonisolated(unsafe) let (rooms, pieces) = (rooms, pieces)
        Threads.run(threads) { thread in
          rooms[thread].clear()
          let first = min(start + thread * Self.chunk, needs.upperBound)
          for need in first..<min(first + Self.chunk, needs.upperBound) {
            Self.append(need, hits(need), of: pieces, to: rooms[thread])
          }
        }
      }
      for room in rooms { try output.write(room.bytes) }
    }
  }

  /// Needs whose lines a thread makes at a time: few enough for them to stay in a core's cache.
  private static let chunk = 1024

  /// What lines are made of.
  private struct Pieces {
    let parts: TextBytes
    let needs: TextBytes
    let offers: TextBytes
  }

  private func withPieces(_ body: (Pieces) -> Void) {
    parts.withBytes { parts in
      needs.withBytes { needs in
        offers.withBytes { body(Pieces(parts: parts, needs: needs, offers: $0)) }
      }
    }
  }

  /// Adds the lines of one need. Scores are compared as they are printed, so that the order can be checked by a
  /// reader: equal ones stand in their order.
  private static func append(
    _ need: Int, _ hits: [(offer: Int, score: Double)], of pieces: Pieces, to lines: LineRoom
  ) {
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
    let id = pieces.needs[need]
    let (before, between, behind, end) = (pieces.parts[0], pieces.parts[1], pieces.parts[2], pieces.parts[3])
    let length = before.count + id.count + between.count + behind.count + LineRoom.numberLength + end.count
    for hit in rounded {
      let offer = pieces.offers[hit.offer]
      lines.reserve(length + offer.count)
      lines.append(before)
      lines.append(id)
      lines.append(between)
      lines.append(offer)
      lines.append(behind)
      lines.append(millionths: hit.millionths)
      lines.append(end)
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
