import Foundation

/// Cuts bytes that come chunk by chunk into lines, which end in a line feed, or a carriage return before it.
struct LineCutter {
  private var count = 0
  /// What stands behind the last line feed.
  private var rest: [UInt8] = []

  /// Calls `body` with each line that ends in a chunk and isn't empty, without its end, and the line's number.
  mutating func cut(_ chunk: UnsafeRawBufferPointer, _ body: (Int, UnsafeRawBufferPointer) -> Void) {
    var start = 0
    while let end = chunk.place(of: UInt8(ascii: "\n"), from: start) {
      let line = UnsafeRawBufferPointer(rebasing: chunk[start..<end])
      if rest.isEmpty {
        endLine(line, body)
      } else {
        rest += line
        endRest(body)
      }
      start = end + 1
    }
    rest += chunk[start...]
  }

  /// Calls `body` with the last line, where no line feed ends it. To be called at the end.
  mutating func end(_ body: (Int, UnsafeRawBufferPointer) -> Void) {
    if !rest.isEmpty { endRest(body) }
  }

  private mutating func endRest(_ body: (Int, UnsafeRawBufferPointer) -> Void) {
    let line = rest
    rest.removeAll()
    line.withUnsafeBytes { endLine($0, body) }
  }

  private mutating func endLine(_ line: UnsafeRawBufferPointer, _ body: (Int, UnsafeRawBufferPointer) -> Void)
  {
    count += 1
    let line = line.last == UInt8(ascii: "\r") ? UnsafeRawBufferPointer(rebasing: line.dropLast()) : line
    if !line.isEmpty { body(count, line) }
  }
}

extension UnsafeRawBufferPointer {
  /// Where a byte stands first from a place on.
  func place(of byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = baseAddress else { return nil }
    return memchr(base + start, Int32(byte), count - start).map { UnsafeRawPointer($0) - base }
  }
}
