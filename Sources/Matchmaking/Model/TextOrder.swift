/// Sorts many things by texts, as UTF-8 bytes.
///
/// Eight bytes of each text are compared at a time, as one number; only where they are the same do the next eight
/// count. A network of a million parts is sorted in well under a second, for no text is touched twice without need.
struct TextOrder {
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]

  /// Room for so many texts.
  init(count: Int) {
    bytes.reserveCapacity(count * 24)
    ends.reserveCapacity(count + 1)
  }

  /// Adds the next text, whose parts count one after the other.
  mutating func add(_ parts: String...) {
    for (index, part) in parts.enumerated() {
      // No identifier holds this byte, so that a part that goes on comes after one that ends.
      if index > 0 { bytes.append(0) }
      bytes.append(contentsOf: part.utf8)
    }
    ends.append(bytes.count)
  }

  /// The places of the texts in their order; the same texts stay as they were. Complexity: O(n log n).
  func sorted() -> [Int] {
    var entries = (0..<ends.count - 1).map { Entry(word: 0, rest: 0, index: $0) }
    // No recursion: texts may be the same for as long as they like.
    var open = [(range: 0..<entries.count, offset: 0)]
    while let (range, offset) = open.popLast() {
      for place in range {
        (entries[place].word, entries[place].rest) = word(of: entries[place].index, at: offset)
      }
      entries[range].sort(by: <)
      var start = range.lowerBound
      while start < range.upperBound {
        var end = start + 1
        while end < range.upperBound, entries[end].isSame(as: entries[start]) { end += 1 }
        if end - start > 1, entries[start].rest > 8 { open.append((start..<end, offset + 8)) }
        start = end
      }
    }
    return entries.map { $0.index }
  }

  /// Eight bytes of a text as a number, the first in the highest place, and how many there are from there on: nine for more
  /// than eight.
  private func word(of index: Int, at offset: Int) -> (UInt64, UInt8) {
    let start = ends[index] + offset
    let count = max(0, ends[index + 1] - start)
    if count >= 8 {
      let word = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: start, as: UInt64.self) }
      return (UInt64(bigEndian: word), count > 8 ? 9 : 8)
    }
    var word: UInt64 = 0
    for place in 0..<8 { word = word << 8 | (place < count ? UInt64(bytes[start + place]) : 0) }
    return (word, UInt8(count))
  }

  private struct Entry {
    var word: UInt64
    var rest: UInt8
    let index: Int

    func isSame(as other: Entry) -> Bool { word == other.word && rest == other.rest }

    static func < (left: Entry, right: Entry) -> Bool {
      (left.word, left.rest, left.index) < (right.word, right.rest, right.index)
    }
  }
}
