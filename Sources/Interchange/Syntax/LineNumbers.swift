/// The line numbers of ascending positions in a text.
struct LineNumbers {
  private let bytes: [UInt8]
  private var position = 0
  private var number = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The 1-based line of a position that comes at or after the last one that was asked for.
  mutating func line(of wanted: Int) -> Int {
    while position < wanted {
      if bytes[position] == .lineFeed { number += 1 }
      position += 1
    }
    return number
  }
}
