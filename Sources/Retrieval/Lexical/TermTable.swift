/// The numbers of terms, in the order in which they were first seen: an open hash table with linear probing.
///
/// Invariant: at most half of the slots are taken. A term's key is uniform, so its low bits choose its slot.
struct TermTable: Sendable {
  /// How many terms there are; their numbers are 0..<count.
  private(set) var count = 0
  private var keys: [UInt64]
  private var numbers: [UInt32]

  private static let free = UInt32.max

  init() {
    keys = [UInt64](repeating: 0, count: 1 << 10)
    numbers = [UInt32](repeating: Self.free, count: 1 << 10)
  }

  init(_ terms: some Sequence<Term>) {
    self.init()
    for term in terms { _ = insert(term) }
  }

  /// A term's number, or nil if it has none. Complexity: O(1) on average.
  func number(of term: Term) -> UInt32? {
    let number = numbers[slot(of: term.key)]
    return number == Self.free ? nil : number
  }

  /// A term's number, the next one if it has none yet. Complexity: O(1) on average.
  mutating func insert(_ term: Term) -> UInt32 {
    let slot = slot(of: term.key)
    if numbers[slot] != Self.free { return numbers[slot] }
    let number = UInt32(count)
    keys[slot] = term.key
    numbers[slot] = number
    count += 1
    if 2 * count > keys.count { grow() }
    return number
  }

  /// Where a key stands, or the free slot where it would.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    keys.withUnsafeBufferPointer { keys in
      numbers.withUnsafeBufferPointer { numbers in
        let mask = keys.count &- 1
        var slot = Int(truncatingIfNeeded: key) & mask
        while numbers[slot] != Self.free, keys[slot] != key { slot = (slot &+ 1) & mask }
        return slot
      }
    }
  }

  private mutating func grow() {
    let (oldKeys, oldNumbers) = (keys, numbers)
    keys = [UInt64](repeating: 0, count: 2 * oldKeys.count)
    numbers = [UInt32](repeating: Self.free, count: keys.count)
    for (key, number) in zip(oldKeys, oldNumbers) where number != Self.free {
      let slot = slot(of: key)
      keys[slot] = key
      numbers[slot] = number
    }
  }
}
