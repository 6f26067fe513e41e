/// Numbers in order of keys of theirs, by a radix sort that begins with the lowest bytes: its time doesn't depend on the
/// order in which they come, and bytes that all keys share are passed over.
enum RadixOrder {
  private struct Keyed: BitwiseCopyable {
    var key: UInt64
    var number: UInt32
  }

  /// The numbers 0..<count in order of their keys, those with equal keys as they stand.
  ///
  /// - Complexity: O(count · bytes in which keys differ).
  @inline(__always)
  static func numbers(_ count: Int, by key: (Int) -> UInt64) -> [UInt32] {
    precondition(count <= UInt32.max, "there are more than 2³² numbers to order: \(count)")
    return withKeyed(count) { from, to in
      for number in 0..<count { from[number] = Keyed(key: key(number), number: UInt32(number)) }
      return sorted(from, to, count)
    }
  }

  private static func withKeyed<Result>(
    _ count: Int, _ body: (UnsafeMutablePointer<Keyed>, UnsafeMutablePointer<Keyed>) -> Result
  ) -> Result {
    let (from, to) = (
      UnsafeMutablePointer<Keyed>.allocate(capacity: count),
      UnsafeMutablePointer<Keyed>.allocate(capacity: count)
    )
    defer {
      from.deallocate()
      to.deallocate()
    }
    return body(from, to)
  }

  private static func sorted(
    _ from: UnsafeMutablePointer<Keyed>, _ to: UnsafeMutablePointer<Keyed>, _ count: Int
  ) -> [UInt32] {
    var (from, to) = (from, to)
    var differing: UInt64 = 0
    for place in 0..<count { differing |= from[place].key ^ from[0].key }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { starts in
      for shift in stride(from: UInt64(0), to: 64, by: 8) where (differing &>> shift) & 0xFF != 0 {
        starts.update(repeating: 0)
        for place in 0..<count { starts[Int((from[place].key &>> shift) & 0xFF)] &+= 1 }
        var start = 0
        for byte in 0..<256 { (starts[byte], start) = (start, start &+ starts[byte]) }
        for place in 0..<count {
          let byte = Int((from[place].key &>> shift) & 0xFF)
          to[starts[byte]] = from[place]
          starts[byte] &+= 1
        }
        swap(&from, &to)
      }
    }
    return (0..<count).map { from[$0].number }
  }
}
