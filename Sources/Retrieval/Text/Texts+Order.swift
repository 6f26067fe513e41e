/// Texts in order of their bytes.
extension Texts {
  /// The numbers of the texts in order of their bytes, equal ones as they stand. Complexity: O(n log n), and O(n) where
  /// the first eight bytes tell them apart.
  package func rising() -> [UInt32] {
    var order = RadixOrder.numbers(count) { start(of: $0) }
    var first = 0
    while first < order.count {
      let start = start(of: Int(order[first]))
      var end = first + 1
      while end < order.count, self.start(of: Int(order[end])) == start { end += 1 }
      if end - first > 1 {
        order[first..<end].sort { one, other in
          let order = compare(one, other)
          return order != 0 ? order < 0 : one < other
        }
      }
      first = end
    }
    return order
  }

  /// The numbers of texts that stand among those before, rising. Complexity: O(n log n) at most.
  ///
  /// - Parameter order: their order; see ``rising()``.
  package func repeated(in order: [UInt32]) -> [UInt32] {
    zip(order, order.dropFirst()).filter { compare($0, $1) == 0 }.map(\.1).sorted()
  }

  /// Less than 0 where the bytes of one text come before those of another, 0 where they are the same.
  private func compare(_ one: UInt32, _ other: UInt32) -> Int {
    withBytes(of: Int(one)) { one in
      withBytes(of: Int(other)) { other in
        for (mine, theirs) in zip(one, other) where mine != theirs { return Int(mine) - Int(theirs) }
        return one.count - other.count
      }
    }
  }

  /// The first eight bytes of a text as a number that orders as they do.
  private func start(of number: Int) -> UInt64 {
    withBytes(of: number) { text in
      var start: UInt64 = 0
      for byte in text.prefix(8) { start = start << 8 | UInt64(byte) }
      return start << (8 * UInt64(8 - min(8, text.count)))
    }
  }
}
