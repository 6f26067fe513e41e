internal import Foundation

/// Takes the entries of an LDIF text (RFC 2849) apart, one after the other: attributes with their values, base64 decoded.
struct LdifEntries: Sequence, IteratorProtocol {
  /// One entry of a directory.
  struct Entry {
    /// The 1-based line on which it begins.
    let line: Int
    /// In order; names in lower case, without options such as `;lang-fr`.
    var attributes: [(name: String, value: String, line: Int)] = []
    /// Lines that cannot be read.
    var problems: [(line: Int, reason: String)] = []

    /// The first value of an attribute.
    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    func values(of name: String) -> [String] { attributes.filter { $0.name == name }.map(\.value) }
  }

  private let bytes: [UInt8]
  private var lines: TextLines
  private var ahead: (number: Int, range: Range<Int>)?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = TextLines(bytes)
    ahead = lines.next()
  }

  mutating func next() -> Entry? {
    var entry: Entry?
    while let (number, content, isTooLong) = nextLine() {
      if content.allSatisfy(\.isBlank) {
        if entry != nil { return entry }
        continue
      }
      if content.first == UInt8(ascii: "#") || entry == nil && content.starts(with: "version:".utf8) {
        continue
      }
      var open = entry ?? Entry(line: number)
      if isTooLong {
        open.problems.append((number, "is longer than a field may be; left out"))
      } else {
        Self.read(content, number, into: &open)
      }
      entry = open
    }
    return entry
  }

  /// A line with those by which it goes on: they begin with a space, which is no part of it.
  private mutating func nextLine() -> (number: Int, content: [UInt8], isTooLong: Bool)? {
    guard let (number, range) = ahead else { return nil }
    var content = Array(bytes[range].prefix(Self.longest + 1))
    ahead = lines.next()
    while let next = ahead, bytes[next.range].first == .space {
      let room = Swift.max(0, Self.longest + 1 - content.count)
      content += bytes[next.range].dropFirst().prefix(room)
      ahead = lines.next()
    }
    return (number, content, content.count > Self.longest)
  }

  private static func read(_ content: [UInt8], _ line: Int, into entry: inout Entry) {
    guard let colon = content.firstIndex(of: UInt8(ascii: ":")), colon > 0 else {
      entry.problems.append((line, "is no attribute with a colon; left out"))
      return
    }
    let name = content[..<colon].prefix { $0 != UInt8(ascii: ";") }.text.lowercased()
    var value = content[(colon + 1)...]
    switch value.first {
    case UInt8(ascii: ":"):
      value = value.dropFirst().trimmed
      if pictures.contains(name) { return }
      guard let data = Data(base64Encoded: Data(value)) else {
        entry.problems.append((line, "\(name): is no base64; left out"))
        return
      }
      let text = SourceText(decoding: Array(data)).bytes[...].trimmed.text
      if !text.isEmpty { entry.attributes.append((name, text, line)) }
    case UInt8(ascii: "<"): entry.problems.append((line, "\(name): stands in another file; left out"))
    default:
      let text = value.trimmed.text
      if !text.isEmpty { entry.attributes.append((name, text, line)) }
    }
  }

  /// Four thirds of the longest field, for base64.
  private static let longest = FieldLimit.notes.rawValue * 4 / 3
  private static let pictures: Set<String> = ["jpegphoto", "photo", "thumbnailphoto", "usercertificate"]
}
