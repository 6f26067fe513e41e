/// Where the parts of a JSON text stand, told by brackets, commas and quotes alone.
///
/// So one broken element of a long list costs no other, and nesting of any depth no stack; each part is then
/// read by itself with ``JSONReader``, which finds what is wrong in it.
struct JSONOutline {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// What an array or object holds: the parts between its commas without blanks around them, and where the
  /// bracket that opens at the range's beginning is closed, or the range ends before that.
  ///
  /// - Complexity: O(n) for n bytes.
  func parts(of range: Range<Int>) -> (parts: [Range<Int>], end: Int) {
    var parts: [Range<Int>] = []
    var depth = 0
    var position = range.lowerBound
    var start = position + 1
    func add(upTo end: Int) {
      let part = trimmed(start..<max(start, end))
      if !part.isEmpty { parts.append(part) }
    }
    while position < range.upperBound {
      switch bytes[position] {
      case .quote:
        position = endOfString(at: position, before: range.upperBound)
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth <= 0 {
          add(upTo: position)
          return (parts, position + 1)
        }
      case UInt8(ascii: ",") where depth == 1:
        add(upTo: position)
        start = position + 1
      default: break
      }
      position += 1
    }
    add(upTo: position)
    return (parts, position)
  }

  /// The members of an object with their values' ranges; what is no member is left out.
  func members(of range: Range<Int>) -> [(name: String, value: Range<Int>)] {
    guard !range.isEmpty, bytes[range.lowerBound] == UInt8(ascii: "{") else { return [] }
    return parts(of: range).parts.compactMap { part in
      guard bytes[part.lowerBound] == .quote else { return nil }
      var name = JSONString(bytes: bytes, opening: part.lowerBound, end: part.upperBound)
      guard let text = name.text() else { return nil }
      let rest = trimmed(name.position..<part.upperBound)
      guard !rest.isEmpty, bytes[rest.lowerBound] == UInt8(ascii: ":") else { return nil }
      return (text, trimmed(rest.lowerBound + 1..<rest.upperBound))
    }
  }

  /// The elements of an array, or the value itself if it is none.
  func elements(of range: Range<Int>) -> [Range<Int>] {
    isArray(range) ? parts(of: range).parts : [range]
  }

  /// Whether a value begins as an array does.
  func isArray(_ range: Range<Int>) -> Bool {
    !range.isEmpty && bytes[range.lowerBound] == UInt8(ascii: "[")
  }

  /// A range without ASCII white space at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isBlank { start += 1 }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  private func endOfString(at opening: Int, before end: Int) -> Int {
    var position = opening + 1
    while position < end {
      switch bytes[position] {
      case .backslash: position += 2
      case .quote: return position + 1
      default: position += 1
      }
    }
    return end
  }
}
