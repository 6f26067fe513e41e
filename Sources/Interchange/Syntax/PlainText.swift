/// The words of a text in HTML, as web editors store what people write.
enum PlainText {
  /// The text without tags and with the common character references resolved; a text without tags is not
  /// touched. Where a paragraph or line ends, a space stands.
  ///
  /// - Complexity: O(n).
  static func words(of text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.indices.contains(where: { isTag(bytes, at: $0) }) else { return text }
    var result: [UInt8] = []
    var index = 0
    // Where no tag is ever closed, looking for its end again and again would take quadratic time.
    let last = bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
    while index < bytes.count {
      if isTag(bytes, at: index), index < last, let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) {
        if let byte = result.last, byte != .space { result.append(.space) }
        index = end + 1
      } else if let (reference, character) = references.first(where: { bytes[index...].starts(with: $0.0) }) {
        result += character
        index += reference.count
      } else {
        if !bytes[index].isBlank || result.last != .space {
          result.append(bytes[index].isBlank ? .space : bytes[index])
        }
        index += 1
      }
    }
    return result[...].trimmed.text
  }

  private static func isTag(_ bytes: [UInt8], at index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { return false }
    let next = bytes[index + 1] | 0x20
    return bytes[index + 1] == UInt8(ascii: "/") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(next)
  }

  private static let references: [([UInt8], [UInt8])] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }
}
