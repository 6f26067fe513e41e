internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

extension XMLParser {
  /// A parser of a text whose entities were replaced before, see ``XMLEntities``; nothing that it names outside is loaded.
  ///
  /// - Parameter delegate: what the elements go to; the caller keeps it.
  convenience init(reading bytes: [UInt8], for delegate: any XMLParserDelegate) {
    self.init(data: Data(Self.withoutEmptyInstructions(Self.withoutDeclaration(bytes))))
    shouldProcessNamespaces = true
    shouldReportNamespacePrefixes = true
    shouldResolveExternalEntities = false
    self.delegate = delegate
  }

  /// The text is UTF-8 whatever its declaration says, and a declaration must not follow a blank line.
  private static func withoutDeclaration(_ bytes: [UInt8]) -> [UInt8] {
    guard let start = bytes.firstIndex(where: { !$0.isBlank }), bytes[start...].starts(with: "<?xml".utf8),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return bytes }
    var bytes = bytes
    for index in start...end where !bytes[index].isBlank { bytes[index] = .space }
    return bytes
  }

  /// A document whose instructions say at least a space, as `<?php ?>`: on Linux the parser crashes at `<?php?>`. They are taken
  /// for what they look like wherever they stand.
  ///
  /// - Complexity: O(n) for n bytes.
  private static func withoutEmptyInstructions(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    while let mark = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      let begin = mark + 1
      let end = bytes[begin...].dropFirst().firstIndex { "?<".utf8.contains($0) || $0.isBlank }
      if bytes[begin...].first == UInt8(ascii: "?"), let end, bytes[end...].starts(with: "?>".utf8) {
        result += bytes[position..<end] + [.space]
        position = end
      } else {
        result += bytes[position..<begin]
        position = begin
      }
    }
    return position == 0 ? bytes : result + bytes[position...]
  }
}
