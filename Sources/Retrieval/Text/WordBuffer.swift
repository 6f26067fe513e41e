/// The folded words of one text after another, in room that is used again: see ``Words``.
struct WordBuffer {
  /// The folded scalars of all words, one word behind the other.
  private(set) var scalars: [UInt32] = []
  /// The words.
  private(set) var places: [Place] = []
  private var parts: [Range<Int>] = []

  /// Where a word stands.
  struct Place {
    /// Where its scalars stand.
    let scalars: Range<Int>
    /// Where it stands in the text, as UTF-8 offsets.
    let source: Range<Int>
  }

  /// Reads a text, valid UTF-8, in place of the one before. Complexity: O(length).
  mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    places.removeAll(keepingCapacity: true)
    // A byte folds to three scalars at most.
    if scalars.count < 3 * text.count { scalars = [UInt32](repeating: 0, count: 6 * text.count) }
    var reading = scalars
    scalars = []
    reading.withUnsafeMutableBufferPointer { room in
      FoldedScalars.latin.withUnsafeBufferPointer { latin in
        read(text, into: room.baseAddress.unsafelyUnwrapped, latin.baseAddress.unsafelyUnwrapped)
      }
    }
    scalars = reading
  }

  private mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, into room: UnsafeMutablePointer<UInt32>,
    _ latin: UnsafePointer<FoldedScalars.Packed>
  ) {
    var word = (start: 0, part: 0, end: 0)
    var source = (start: 0, end: 0)
    var offset = 0
    while offset < text.count {
      // Most are plain letters and digits, which all come after the marks that split.
      let first = text[offset]
      if first < 0x80 {
        let folded = UInt32(truncatingIfNeeded: latin[Int(first)])
        if folded > FoldedScalars.apostrophe {
          if word.end == word.start { source.start = offset }
          room[word.end] = folded
          word.end &+= 1
          offset &+= 1
          source.end = offset
          continue
        }
      }
      let (scalar, width) = Self.scalar(of: text, at: offset)
      var packed =
        scalar < FoldedScalars.latinCount
        ? latin[Int(scalar)] : Unicode.Scalar(scalar).map(FoldedScalars.fold) ?? UInt64(FoldedScalars.space)
      if packed == 0, word.end > word.part { source.end = offset + width }
      while packed != 0 {
        let folded = UInt32(truncatingIfNeeded: packed & 0x1F_FFFF)
        packed >>= 21
        if folded == FoldedScalars.space {
          endWord(&word, source, room)
        } else if folded == FoldedScalars.apostrophe {
          endPart(&word)
        } else {
          if word.end == word.start { source.start = offset }
          room[word.end] = folded
          word.end += 1
          source.end = offset + width
        }
      }
      offset += width
    }
    endWord(&word, source, room)
  }

  private mutating func endPart(_ word: inout (start: Int, part: Int, end: Int)) {
    guard word.end > word.part else { return }
    parts.append(word.part..<word.end)
    word.part = word.end
  }

  private mutating func endWord(
    _ word: inout (start: Int, part: Int, end: Int), _ source: (start: Int, end: Int),
    _ room: UnsafeMutablePointer<UInt32>
  ) {
    guard word.end > word.start else { return }
    if !parts.isEmpty {
      endPart(&word)
      let kept = Words.withoutElisions(parts[...]) { part in
        UnsafeBufferPointer(start: room + part.lowerBound, count: part.count)
      }
      let (first, last) = (kept.first!.lowerBound, kept.last!.upperBound)
      (room + word.start).update(from: room + first, count: last - first)
      word.end = word.start + last - first
      parts.removeAll(keepingCapacity: true)
    }
    places.append(Place(scalars: word.start..<word.end, source: source.start..<source.end))
    (word.start, word.part) = (word.end, word.end)
  }

  /// The scalar at an offset, and how many bytes it takes.
  @inline(__always)
  private static func scalar(of text: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int) {
    let first = UInt32(text[offset])
    if first < 0x80 { return (first, 1) }
    let width = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + width <= text.count else { return (0xFFFD, text.count - offset) }
    var scalar = first & (0xFF >> (UInt32(width) + 1))
    for next in 1..<width { scalar = scalar << 6 | UInt32(text[offset + next]) & 0x3F }
    return (scalar, width)
  }
}
