/// The numbers of terms, in the order in which they were first seen: an open hash table with linear probing.
///
/// Invariant: at most half of the slots are taken. A term's key is uniform, so its low bits choose its slot.
struct TermTable: Sendable {
  private struct Slot: BitwiseCopyable {
    var key: UInt64
    var number: UInt32

    static let free = Slot(key: 0, number: .max)

    var isFree: Bool { number == .max }
  }

  /// How many terms there are; their numbers are 0..<count.
  private(set) var count = 0
  private var slots = Self.fewest

  private static let fewest = [Slot](repeating: .free, count: 1 << 7)

  init() {}

  init(_ terms: some Sequence<Term>) {
    for term in terms { _ = insert(term) }
  }

  /// A term's number, or nil if it has none. Complexity: O(1) on average.
  func number(of term: Term) -> UInt32? {
    slots.withUnsafeBufferPointer { slots in
      let slot = slots[Self.place(of: term.key, in: slots)]
      return slot.isFree ? nil : slot.number
    }
  }

  /// A term's number, the next one if it has none yet. Complexity: O(1) on average.
  mutating func insert(_ term: Term) -> UInt32 {
    let number = slots.withUnsafeMutableBufferPointer { slots in
      let place = Self.place(of: term.key, in: UnsafeBufferPointer(slots))
      if slots[place].isFree { slots[place] = Slot(key: term.key, number: UInt32(count)) }
      return slots[place].number
    }
    if number == count {
      count += 1
      if 2 * count > slots.count { grow() }
    }
    return number
  }

  /// Forgets all terms; room for about as many stays. Complexity: O(terms), at least 128.
  mutating func removeAll() {
    guard count > 0 else { return }
    guard slots.count <= max(Self.fewest.count, 16 * count) else { return self = TermTable() }
    count = 0
    slots.withUnsafeMutableBufferPointer { $0.update(repeating: .free) }
  }

  /// Where a key stands, or the free slot where it would.
  @inline(__always)
  private static func place(of key: UInt64, in slots: UnsafeBufferPointer<Slot>) -> Int {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: key) & mask
    while !slots[place].isFree, slots[place].key != key { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: .free, count: 2 * old.count)
    slots.withUnsafeMutableBufferPointer { slots in
      for slot in old where !slot.isFree {
        slots[Self.place(of: slot.key, in: UnsafeBufferPointer(slots))] = slot
      }
    }
  }
}
