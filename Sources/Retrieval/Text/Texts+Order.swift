/// Texts in order of their bytes.
extension Texts {
  /// The numbers of the texts in order of their bytes, equal ones as they stand. Complexity: O(n log n).
  package func rising() -> [Int] {
    // Most comparisons end within the first eight bytes.
    var keys = (0..<count).map { number in (start: withBytes(of: number, Self.start), number: number) }
    keys.sort { one, other in
      one.start != other.start ? one.start < other.start : precedes(one.number, other.number)
    }
    return keys.map(\.number)
  }

  /// The numbers of texts that stand among those before, rising. Complexity: O(n log n).
  package func repeated() -> [Int] {
    let order = rising()
    return zip(order, order.dropFirst()).filter { compare($0, $1) == 0 }.map(\.1).sorted()
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool {
    let order = compare(one, other)
    return order != 0 ? order < 0 : one < other
  }

  /// Less than 0 where the bytes of one text come before those of another, 0 where they are the same.
  private func compare(_ one: Int, _ other: Int) -> Int {
    withBytes(of: one) { one in
      withBytes(of: other) { other in
        for (mine, theirs) in zip(one, other) where mine != theirs { return Int(mine) - Int(theirs) }
        return one.count - other.count
      }
    }
  }

  /// The first eight bytes as a number that orders as they do.
  private static func start(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var start: UInt64 = 0
    for place in 0..<8 { start = start << 8 | UInt64(place < text.count ? text[place] : 0) }
    return start
  }
}
