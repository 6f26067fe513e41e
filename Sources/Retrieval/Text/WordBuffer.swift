/// The folded words of one text after another, in room that is used again: see ``Words``.
final class WordBuffer {
  /// The folded scalars of all words, one word behind the other.
  private var scalars: UnsafeMutablePointer<UInt32>
  private var scalarRoom = 1 << 10
  private var places: UnsafeMutablePointer<Place>
  private var placeRoom = 1 << 7
  /// How many words there are.
  private var count = 0
  private var parts: [Range<Int>] = []

  /// Where a word stands.
  struct Place {
    /// Where its scalars stand.
    let scalars: Range<Int>
    /// Where it stands in the text, as UTF-8 offsets.
    let source: Range<Int>
    let term: Term
  }

  init() {
    scalars = .allocate(capacity: scalarRoom)
    places = .allocate(capacity: placeRoom)
  }

  deinit {
    scalars.deallocate()
    places.deallocate()
  }

  /// Calls `body` with the words, and the scalars among which theirs stand.
  @inline(__always)
  func withWords<Result>(
    _ body: (_ words: UnsafeBufferPointer<Place>, _ scalars: UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    // What `body` is given must outlive it.
    defer { withExtendedLifetime(self) {} }
    return body(
      UnsafeBufferPointer(start: places, count: count), UnsafeBufferPointer(start: scalars, count: scalarRoom)
    )
  }

  /// Leaves aside the words that `isLeft` names, unless it names all.
  @inline(__always)
  func leaveAside(_ isLeft: (Term) -> Bool) {
    var kept = 0
    for number in 0..<count where !isLeft(places[number].term) {
      places[kept] = places[number]
      kept &+= 1
    }
    if kept > 0 { count = kept }
  }

  /// Reads a text, valid UTF-8, in place of the one before. Complexity: O(length).
  func read(_ text: UnsafeBufferPointer<UInt8>) {
    count = 0
    // A byte folds to three scalars at most.
    if scalarRoom < 3 * text.count {
      scalars.deallocate()
      scalarRoom = 3 * text.count
      scalars = .allocate(capacity: scalarRoom)
    }
    FoldedScalars.latin.withUnsafeBufferPointer {
      read(text, into: scalars, $0.baseAddress.unsafelyUnwrapped)
    }
  }

  private func growPlaces() {
    let larger = UnsafeMutablePointer<Place>.allocate(capacity: 2 * placeRoom)
    larger.initialize(from: places, count: count)
    places.deallocate()
    (places, placeRoom) = (larger, 2 * placeRoom)
  }

  /// A word that is being read: where it begins among the scalars, where its last part does, and where it ends so far.
  private struct Reading {
    var start = 0
    var part = 0
    var end = 0
    var source = (start: 0, end: 0)
    var hash = Term.Hash(.word)

    /// Begins another word behind this one.
    @inline(__always)
    mutating func startNext() {
      (start, part) = (end, end)
      hash = Term.Hash(.word)
    }

    @inline(__always)
    mutating func append(
      _ scalar: UInt32, to room: UnsafeMutablePointer<UInt32>, at offset: Int, _ next: Int
    ) {
      if end == start { source.start = offset }
      room[end] = scalar
      end &+= 1
      hash.append(scalar)
      source.end = next
    }
  }

  private func read(
    _ text: UnsafeBufferPointer<UInt8>, into room: UnsafeMutablePointer<UInt32>,
    _ latin: UnsafePointer<FoldedScalars.Packed>
  ) {
    var word = Reading()
    var offset = 0
    while offset < text.count {
      // Most are plain letters and digits, which all come after the marks that split.
      let first = text[offset]
      if first < 0x80 {
        let folded = UInt32(truncatingIfNeeded: latin[Int(first)])
        if folded > FoldedScalars.apostrophe {
          word.append(folded, to: room, at: offset, offset &+ 1)
          offset &+= 1
          continue
        }
        if folded == FoldedScalars.space {
          endWord(&word, room)
          offset &+= 1
          continue
        }
      }
      let (scalar, width) = Self.scalar(of: text, at: offset)
      var packed =
        scalar < FoldedScalars.latinCount
        ? latin[Int(scalar)] : Unicode.Scalar(scalar).map(FoldedScalars.fold) ?? UInt64(FoldedScalars.space)
      if packed == 0, word.end > word.part { word.source.end = offset + width }
      while packed != 0 {
        let folded = UInt32(truncatingIfNeeded: packed & 0x1F_FFFF)
        packed >>= 21
        if folded == FoldedScalars.space {
          endWord(&word, room)
        } else if folded == FoldedScalars.apostrophe {
          endPart(&word)
        } else {
          word.append(folded, to: room, at: offset, offset + width)
        }
      }
      offset += width
    }
    endWord(&word, room)
  }

  private func endPart(_ word: inout Reading) {
    guard word.end > word.part else { return }
    parts.append(word.part..<word.end)
    word.part = word.end
  }

  @inline(__always)
  private func endWord(_ word: inout Reading, _ room: UnsafeMutablePointer<UInt32>) {
    guard word.end > word.start else { return }
    if word.part > word.start { dropElisions(of: &word, room) }
    if count == placeRoom { growPlaces() }
    (places + count).initialize(
      to: Place(
        scalars: word.start..<word.end, source: word.source.start..<word.source.end, term: word.hash.term))
    count &+= 1
    word.startNext()
  }

  /// Leaves of a word with apostrophes what ``Words/withoutElisions(_:scalars:)`` does.
  private func dropElisions(of word: inout Reading, _ room: UnsafeMutablePointer<UInt32>) {
    endPart(&word)
    let kept = Words.withoutElisions(parts[...]) { part in
      UnsafeBufferPointer(start: room + part.lowerBound, count: part.count)
    }
    let (first, last) = (kept.first!.lowerBound, kept.last!.upperBound)
    (room + word.start).update(from: room + first, count: last - first)
    word.end = word.start + last - first
    word.hash = Term.Hash(.word)
    for place in word.start..<word.end { word.hash.append(room[place]) }
    parts.removeAll(keepingCapacity: true)
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
