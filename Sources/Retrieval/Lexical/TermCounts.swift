import Foundation

/// The different terms of one text with how often each occurs, by number, in room that is used again.
struct TermCounts {
  /// The terms' numbers, rising.
  private(set) var numbers: [UInt32] = []
  /// Which family each term is of.
  private(set) var families: [UInt8] = []
  /// How often each term occurs; once they are weighed, its weight.
  var weights: [Float] = []
  private var packed: [UInt64] = []

  /// Counts a text's terms, in place of the one before.
  ///
  /// - Parameter number: gives the number of a term by its place among those of all texts.
  /// - Complexity: O(n log n).
  mutating func count(
    _ texts: TextTerms, _ text: Int, familyCount: Int, number: (Int) -> UInt32
  ) {
    packed.removeAll(keepingCapacity: true)
    for family in 0..<familyCount {
      for term in texts.range(of: text, family: family) {
        packed.append(UInt64(number(term)) << 8 | UInt64(family))
      }
    }
    packed.sort()
    numbers.removeAll(keepingCapacity: true)
    families.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    for term in packed.indices {
      if term > 0, packed[term] == packed[term - 1] {
        weights[weights.count - 1] += 1
      } else {
        numbers.append(UInt32(packed[term] >> 8))
        families.append(UInt8(packed[term] & 0xFF))
        weights.append(1)
      }
    }
  }
}
