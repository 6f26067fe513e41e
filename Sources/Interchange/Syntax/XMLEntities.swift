/// The short texts to which an XML document gives names in its DOCTYPE, as `<!ENTITY foaf "http://xmlns.com/foaf/0.1/">`
/// (XML 1.0, 4.2.1).
///
/// Entities can blow a small file up to any size, or read other files. So only texts without markup are replaced, and no more
/// than keep the document within four times its size.
enum XMLEntities {
  /// A document with its entities replaced and their declarations blank, its lines where they were; as it is if it declares none.
  ///
  /// - Throws: an ``UnknownFormat`` if one is no short text, or they make the document too large.
  /// - Complexity: O(n) for n bytes.
  static func replaced(in bytes: [UInt8]) throws(UnknownFormat) -> [UInt8] {
    guard let plain = expanded(bytes) else {
      throw UnknownFormat(
        advice: "declares XML entities that are no short texts, which linkup does not open: "
          + "write their texts out instead")
    }
    return plain
  }

  private static func expanded(_ bytes: [UInt8]) -> [UInt8]? {
    var plain = bytes
    var texts: [[UInt8]: ArraySlice<UInt8>] = [:]
    for start in bytes.indices where bytes[start] == opening[0] && bytes[start...].starts(with: opening) {
      guard let (name, text, end) = declaration(in: bytes, from: start + opening.count) else { return nil }
      if texts[Array(name)] == nil { texts[Array(name)] = text }
      guard texts.count <= most else { return nil }
      for index in start...end where !plain[index].isBlank { plain[index] = .space }
    }
    guard !texts.isEmpty else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(plain.count)
    var position = 0
    while let mark = plain[position...].firstIndex(of: UInt8(ascii: "&")) {
      result += plain[position..<mark]
      let name = plain[(mark + 1)...].prefix { $0.isNameByte }
      let end = name.endIndex
      if end < plain.count, plain[end] == UInt8(ascii: ";"), let text = texts[Array(name)] {
        result += text
        position = end + 1
      } else {
        result.append(plain[mark])
        position = mark + 1
      }
      guard result.count <= 4 * bytes.count else { return nil }
    }
    return result + plain[position...]
  }

  /// The name and the quoted text of a declaration, and where its `>` stands.
  private static func declaration(
    in bytes: [UInt8], from start: Int
  ) -> (name: ArraySlice<UInt8>, text: ArraySlice<UInt8>, end: Int)? {
    func skipBlank(_ index: Int) -> Int { bytes[index...].firstIndex { !$0.isBlank } ?? bytes.count }
    let name = bytes[skipBlank(start)...].prefix { $0.isNameByte }
    let opening = skipBlank(name.endIndex)
    guard !name.isEmpty, opening < bytes.count,
      [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[opening])
    else { return nil }
    let text = bytes[(opening + 1)...].prefix { $0 != bytes[opening] }
    let end = skipBlank(min(bytes.count, text.endIndex + 1))
    guard text.count <= longest, !text.contains(where: { "&<%".utf8.contains($0) }), end < bytes.count,
      bytes[end] == UInt8(ascii: ">")
    else { return nil }
    return (name, text, end)
  }

  private static let opening = Array("<!ENTITY".utf8)
  private static let most = 100
  private static let longest = 1000
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}
