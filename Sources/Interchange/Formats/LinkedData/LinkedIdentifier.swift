internal import Foundation

/// Identifiers of contacts and listings as addresses, which linked data asks for.
enum LinkedIdentifier {
  private static let own = "urn:linkup:"

  /// What a node's identifier is in a network; nil if it holds within its document alone, and another file may
  /// mean somebody else by it.
  static func text(of id: String?) -> String? {
    guard let id, !id.isEmpty else { return nil }
    if id.hasPrefix(own) { return String(id.dropFirst(own.count)).removingPercentEncoding }
    return isAddress(id) ? id : nil
  }

  /// The address of an identifier: itself if it is one, else one of linkup's own.
  static func address(of id: String) -> String {
    if isAddress(id), !id.hasPrefix(own), id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return id }
    return own + (id.addingPercentEncoding(withAllowedCharacters: plain) ?? id)
  }

  /// Whether a text begins as an absolute address does.
  static func isAddress(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = text.utf8[..<colon]
    // Not a letter and a number, as some programs number their records.
    return scheme.count >= 3 && scheme.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
  }

  private static let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
