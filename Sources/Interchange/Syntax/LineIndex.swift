/// On which line each byte of a text stands, for records that are found by their brackets and not by lines.
struct LineIndex {
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    starts = TextLines(bytes).map(\.range.lowerBound)
  }

  /// The 1-based line of a byte. Complexity: O(log n) for n lines.
  func line(at offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return max(low, 1)
  }
}
