/// Numbers in order of keys of theirs, by a radix sort that begins with the lowest bytes: its time doesn't depend on the
/// order in which they come, and bytes that all keys share are passed over.
enum RadixOrder {
  /// The numbers 0..<count in order of their keys, those with equal keys as they stand.
  ///
  /// - Complexity: O(count · bytes in which keys differ).
  @inline(__always)
  static func numbers(_ count: Int, by key: (Int) -> UInt64) -> [UInt32] {
    precondition(count <= UInt32.max, "there are more than 2³² numbers to order: \(count)")
    return withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { keys in
      for number in 0..<count { keys.initializeElement(at: number, to: key(number)) }
      return order(UnsafeBufferPointer(keys))
    }
  }

  /// Sorts keys by their lower half; those in which it is equal stay as they stand.
  ///
  /// - Parameter room: for as many keys, whose values are lost.
  /// - Complexity: O(count · bytes in which keys differ).
  static func sortByLowerHalf(
    _ keys: UnsafeMutableBufferPointer<UInt64>, room: UnsafeMutablePointer<UInt64>
  ) {
    guard let start = keys.baseAddress else { return }
    var (from, to) = (start, room)
    let differing = keys.reduce(0) { $0 | ($1 ^ start[0]) }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { starts in
      for shift in stride(from: UInt64(0), to: 32, by: 8) where (differing &>> shift) & 0xFF != 0 {
        starts.initialize(repeating: 0)
        for number in keys.indices { starts[Int((from[number] &>> shift) & 0xFF)] &+= 1 }
        var sum = 0
        for byte in starts.indices { (starts[byte], sum) = (sum, sum &+ starts[byte]) }
        for number in keys.indices {
          let byte = Int((from[number] &>> shift) & 0xFF)
          to[starts[byte]] = from[number]
          starts[byte] &+= 1
        }
        swap(&from, &to)
      }
    }
    if from != start { start.update(from: from, count: keys.count) }
  }

  private static func order(_ keys: UnsafeBufferPointer<UInt64>) -> [UInt32] {
    var order = (0..<UInt32(keys.count)).map { $0 }
    var next = order
    let differing = keys.reduce(0) { $0 | ($1 ^ keys[0]) }
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { starts in
      for shift in stride(from: UInt64(0), to: 64, by: 8) where (differing &>> shift) & 0xFF != 0 {
        starts.initialize(repeating: 0)
        for key in keys { starts[Int((key &>> shift) & 0xFF)] &+= 1 }
        var start = 0
        for byte in starts.indices { (starts[byte], start) = (start, start &+ starts[byte]) }
        next.withUnsafeMutableBufferPointer { next in
          for number in order {
            let byte = Int((keys[Int(number)] &>> shift) & 0xFF)
            next[starts[byte]] = number
            starts[byte] &+= 1
          }
        }
        swap(&order, &next)
      }
    }
    return order
  }
}
