/// Cuts a row of texts into batches of about equal work.
enum Batches {
  /// Ranges that together are all of `sizes`, each of `most` in all at most, but for single ones that are larger.
  static func ranges(of sizes: [Int], most: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var sum = 0
    for (index, size) in sizes.enumerated() {
      if index > start, sum + size > most {
        ranges.append(start..<index)
        (start, sum) = (index, 0)
      }
      sum += size
    }
    if start < sizes.count { ranges.append(start..<sizes.count) }
    return ranges
  }
}
