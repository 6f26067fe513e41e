/// The lines of a text as ranges of its bytes, with their 1-based numbers; LF, CRLF and a lone CR end a line.
struct TextLines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0
  private var number = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func next() -> (number: Int, range: Range<Int>)? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != .lineFeed, bytes[position] != .carriageReturn {
      position += 1
    }
    let end = position
    if position < bytes.count {
      let isPair =
        bytes[position] == .carriageReturn && position + 1 < bytes.count && bytes[position + 1] == .lineFeed
      position += isPair ? 2 : 1
    }
    number += 1
    return (number, start..<end)
  }
}
