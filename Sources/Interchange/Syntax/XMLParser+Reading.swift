internal import Foundation

#if canImport(FoundationXML)
  internal import FoundationXML
#endif

extension XMLParser {
  /// A parser of a text whose entities were replaced before, see ``XMLEntities``; nothing that it names outside is loaded.
  ///
  /// - Parameter delegate: what the elements go to; the caller keeps it.
  convenience init(reading bytes: [UInt8], for delegate: any XMLParserDelegate) {
    self.init(data: Data(Self.withoutDeclaration(bytes)))
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
}
