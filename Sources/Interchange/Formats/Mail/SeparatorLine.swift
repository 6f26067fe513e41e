/// The line before each mail of an mbox file: `From anna@x.example Tue Mar 12 23:50:00 2024` (RFC 4155,
/// appendix A).
enum SeparatorLine {
  /// Whether a line is one. A paragraph may begin with "From " as well, and not every program quotes it; so
  /// there must be a time and a year, or nothing at all, as Thunderbird writes it.
  static func recognises(_ line: UnsafeRawBufferPointer) -> Bool {
    guard line.count >= 5, line.starts(with: "From ".utf8) else { return false }
    var isBare = true
    var hasTime = false
    var hasYear = false
    var digits = 0
    var previous = UInt8.space
    for (index, byte) in line.prefix(400).enumerated().dropFirst(5) {
      if !byte.isBlank, byte != UInt8(ascii: "-") { isBare = false }
      if byte == UInt8(ascii: ":"), previous.isDigit, index + 1 < line.count, line[index + 1].isDigit {
        hasTime = true
      }
      digits = byte.isDigit ? digits + 1 : 0
      if digits == 4, index + 1 == line.count || line[index + 1].isBlank,
        line[index - 4].isBlank
      {
        hasYear = true
      }
      previous = byte
    }
    return isBare || (hasTime && hasYear)
  }
}
