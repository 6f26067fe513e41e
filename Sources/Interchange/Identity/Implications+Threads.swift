internal import Dispatch
internal import Foundation
internal import Matchmaking

extension Implications {
  /// What the contacts at some positions imply, read by as many threads as there are processors: each contact is read by
  /// itself, so that it makes no difference which one reads it.
  static func all(
    of positions: [Int], in contacts: [Contact], knowing known: [Contact.ID: [Listing]]
  ) -> [Implications] {
    let parts = max(1, min(positions.count / 256, 4 * ProcessInfo.processInfo.activeProcessorCount))
    let read = [[Implications]](unsafeUninitializedCapacity: parts) { buffer, count in
      // Each part is written once, by the one thread that has it.
      nonisolated(unsafe) let slots = buffer
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let range = positions.count * part / parts..<positions.count * (part + 1) / parts
        let implications = positions[range].map { position in
          Implications(
            of: contacts[position], knowing: known.isEmpty ? [] : known[contacts[position].id] ?? [])
        }
        (slots.baseAddress! + part).initialize(to: implications)
      }
      count = parts
    }
    return Array(read.joined())
  }
}
