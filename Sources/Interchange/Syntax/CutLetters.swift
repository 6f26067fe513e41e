/// Joins the lines of a folded text where the fold cut a letter of UTF-8 in two.
///
/// Such lines are no UTF-8 by themselves, so ``SourceText`` has taken each for Windows-1252.
enum CutLetters {
  /// The lines as one, in UTF-8.
  static func joined(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
    if lines.count == 1 { return Array(lines[0]) }
    var plain: [UInt8] = []
    plain.reserveCapacity(lines.reduce(0) { $0 + $1.count })
    for line in lines { plain += line }
    let isSuspect = zip(lines, lines.dropFirst()).contains {
      ($0.last ?? 0) >= 0x80 && ($1.first ?? 0) >= 0x80
    }
    guard isSuspect else { return plain }
    let raw = lines.map(Self.original)
    var isCut = [Bool](repeating: false, count: lines.count)
    for index in lines.indices.dropLast() {
      guard let head = raw[index], let tail = raw[index + 1], let missing = missingBytes(at: head) else {
        continue
      }
      guard tail.prefix(missing).count(where: isContinuation) == missing else { continue }
      isCut[index] = true
      isCut[index + 1] = true
    }
    var mended: [UInt8] = []
    for (index, line) in lines.enumerated() {
      if isCut[index], let bytes = raw[index] { mended += bytes } else { mended += line }
    }
    return mended[...].isValidUTF8 ? mended : plain
  }

  /// How many bytes the last letter lacks; nil if it is whole.
  private static func missingBytes(at bytes: [UInt8]) -> Int? {
    let tail = bytes.suffix(3).reversed().prefix(while: isContinuation).count
    guard tail < bytes.count else { return nil }
    let length =
      switch bytes[bytes.count - 1 - tail] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    return length > tail + 1 ? length - tail - 1 : nil
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { (0x80...0xBF).contains(byte) }

  /// The bytes that were read as Windows-1252; nil if the line has other letters.
  private static func original(_ line: ArraySlice<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in line.text.unicodeScalars {
      guard let byte = scalar.isASCII ? UInt8(scalar.value) : byteOfLetter[scalar] else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  private static let byteOfLetter = Dictionary(
    uniqueKeysWithValues: (UInt8(0x80)...0xFF).map { (Windows1252.scalar($0), $0) })
}
