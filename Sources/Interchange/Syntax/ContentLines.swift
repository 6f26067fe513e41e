/// Reads the lines of a vCard or iCalendar text (RFC 6350, 5545, 2425; versit vCard 2.1) one after the other,
/// each with the line of the file on which it begins.
///
/// A line goes on where the next one begins with a space or tab, of which one is no part of it; in
/// quoted-printable also after a final `=`, and in base64 where the next line holds nothing else. Blank
/// lines, and pictures, sounds and keys with all their lines, are passed over without being copied.
struct ContentLines: Sequence, IteratorProtocol {
  /// More bytes than a line may have: the longest field, quoted-printable.
  private static let limit = 4 * FieldLimit.notes.rawValue

  private let bytes: [UInt8]
  private var position = 0
  private var number = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> ContentLine? {
    while position < bytes.count {
      let first = number
      let line = takeLine()
      if bytes[line].allSatisfy(\.isBlank) { continue }
      let opening = ContentLineOpening(bytes[line])
      if opening.isBinary {
        while isFolded || isBase64 { _ = takeLine() }
        continue
      }
      let content = unfolded(from: line, opening)
      guard content.count <= Self.limit else {
        return ContentLine(line: first, problem: RecordProblem(reason: "\(opening.name): is too long"))
      }
      return ContentLine(content, line: first)
    }
    return nil
  }

  private mutating func unfolded(from line: Range<Int>, _ opening: ContentLineOpening) -> [UInt8] {
    var pieces = [line]
    var length = line.count
    while position < bytes.count {
      let isSoft = opening.isQuotedPrintable && bytes[pieces[pieces.count - 1]].last == UInt8(ascii: "=")
      if isSoft {
        // A value that was cut off must not swallow the end of its card.
        if bytes[position...].prefix(4).elementsEqual("END:".utf8) { break }
        pieces[pieces.count - 1] = pieces[pieces.count - 1].dropLast()
        pieces.append(takeLine())
      } else if isFolded {
        pieces.append(takeLine().dropFirst())
      } else if opening.isBase64, isBase64 {
        pieces.append(takeLine())
      } else {
        break
      }
      length += pieces[pieces.count - 1].count
      // What is too long is read to its end all the same, but kept no more.
      if length > Self.limit { pieces.removeSubrange(1..<pieces.count - 1) }
    }
    guard length <= Self.limit else { return Array(repeating: .space, count: Self.limit + 1) }
    return CutLetters.joined(pieces.map { bytes[$0] })
  }

  /// Whether the next line belongs to the one before.
  private var isFolded: Bool {
    position < bytes.count && (bytes[position] == .space || bytes[position] == .tab)
  }

  /// Whether the next line is base64 and nothing else.
  private var isBase64: Bool {
    guard position < bytes.count else { return false }
    let line = bytes[position...].prefix { $0 != .lineFeed && $0 != .carriageReturn }
    return !line.isEmpty
      && line.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
        case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): true
        default: byte.isDigit
        }
      }
  }

  /// The next line without its end, which is LF, CR, CRLF or, from an iPhone's mail, CR CR LF.
  private mutating func takeLine() -> Range<Int> {
    let start = position
    while position < bytes.count, bytes[position] != .lineFeed, bytes[position] != .carriageReturn {
      position += 1
    }
    let end = position
    var next = end
    while next < bytes.count, next < end + 2, bytes[next] == .carriageReturn { next += 1 }
    if next < bytes.count, bytes[next] == .lineFeed {
      position = next + 1
    } else if end < bytes.count {
      position = end + 1
    }
    number += 1
    return start..<end
  }
}

extension Range<Int> {
  fileprivate func dropFirst() -> Range<Int> { Swift.min(lowerBound + 1, upperBound)..<upperBound }
  fileprivate func dropLast() -> Range<Int> { lowerBound..<Swift.max(lowerBound, upperBound - 1) }
}
