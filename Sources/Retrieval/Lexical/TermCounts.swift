/// The different terms of one text with how often each occurs, by number, in room that is used again.
final class TermCounts {
  /// The different terms of a text.
  struct Counted {
    /// The terms' numbers, rising.
    let numbers: UnsafeBufferPointer<UInt32>
    /// Which family each term is of.
    let families: UnsafeBufferPointer<UInt8>
    /// How often each term occurs; to be replaced by its weight.
    let weights: UnsafeMutableBufferPointer<Float>
  }

  /// How many terms there is room for.
  private var room: Int
  private var numberRoom: UnsafeMutablePointer<UInt32>
  private var familyRoom: UnsafeMutablePointer<UInt8>
  private var weightRoom: UnsafeMutablePointer<Float>
  /// Terms that are being counted, each its number with its family above; as much room again to sort them.
  private var packed: UnsafeMutablePointer<UInt64>

  init() {
    room = 256
    numberRoom = .allocate(capacity: room)
    familyRoom = .allocate(capacity: room)
    weightRoom = .allocate(capacity: room)
    packed = .allocate(capacity: 2 * room)
  }

  deinit { free() }

  private func free() {
    numberRoom.deallocate()
    familyRoom.deallocate()
    weightRoom.deallocate()
    packed.deallocate()
  }

  private func grow(to needed: Int) {
    free()
    room = 2 * needed
    numberRoom = .allocate(capacity: room)
    familyRoom = .allocate(capacity: room)
    weightRoom = .allocate(capacity: room)
    packed = .allocate(capacity: 2 * room)
  }

  /// Calls `body` with a text's terms.
  ///
  /// - Parameter number: gives the number of a term by its place among those of all texts.
  /// - Complexity: O(n).
  @inline(__always)
  func withTerms(
    of text: Int, in texts: TextTerms, familyCount: Int, number: (Int) -> UInt32, _ body: (Counted) -> Void
  ) {
    // What `body` is given must outlive it.
    defer { withExtendedLifetime(self) {} }
    let all =
      texts.range(of: text, family: 0).lowerBound..<texts.range(of: text, family: familyCount - 1).upperBound
    if all.count > room { grow(to: all.count) }
    let (numbers, families, weights, packed) = (numberRoom, familyRoom, weightRoom, packed)
    var last = 0
    for family in 0..<familyCount {
      for term in texts.range(of: text, family: family) {
        packed[last] = UInt64(family) << 32 | UInt64(number(term))
        last &+= 1
      }
    }
    Self.sort(UnsafeMutableBufferPointer(start: packed, count: last), room: packed + room)
    var count = 0
    for term in 0..<last {
      if term > 0, packed[term] == packed[term &- 1] {
        weights[count &- 1] += 1
      } else {
        numbers[count] = UInt32(truncatingIfNeeded: packed[term])
        families[count] = UInt8(truncatingIfNeeded: packed[term] >> 32)
        weights[count] = 1
        count &+= 1
      }
    }
    body(
      Counted(
        numbers: UnsafeBufferPointer(start: numbers, count: count),
        families: UnsafeBufferPointer(start: families, count: count),
        weights: UnsafeMutableBufferPointer(start: weights, count: count)))
  }

  /// Sorts by number, of which the family is a function.
  private static func sort(
    _ packed: UnsafeMutableBufferPointer<UInt64>, room: UnsafeMutablePointer<UInt64>
  ) {
    if packed.count <= InsertionOrder.most {
      InsertionOrder.sort(packed) { UInt32(truncatingIfNeeded: $0) }
    } else {
      RadixOrder.sortByLowerHalf(packed, room: room)
    }
  }
}
