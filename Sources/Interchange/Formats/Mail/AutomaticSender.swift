/// Mailboxes behind which nobody reads: those of programs, newsletters and lists.
enum AutomaticSender {
  /// Whether an address, in lower case, is one by its part before the `@`.
  static func owns(_ address: String) -> Bool {
    let local = address.utf8.prefix(while: { $0 != UInt8(ascii: "@") })
    let bare = local.filter { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    // reply+123@reply.example
    let base = local.prefix { $0 != UInt8(ascii: "+") }
    if exact.contains(where: { bare.elementsEqual($0) || base.elementsEqual($0) }) { return true }
    if openings.contains(where: { bare.starts(with: $0) }) { return true }
    if endings.contains(where: { local.reversed().starts(with: $0) }) { return true }
    return inside.contains { contains(bare, $0) }
  }

  private static let exact = ["daemon", "root", "listserv", "majordomo", "sympa", "reply", "alerts", "alert"]
    .map { Array($0.utf8) }

  private static let openings = [
    "mailerdaemon", "postmaster", "bounce", "newsletter", "notification", "notify", "infolettre",
    "unsubscribe", "autoreply",
  ].map { Array($0.utf8) }

  /// Backwards.
  private static let endings = ["-owner", "-request", "-bounces", "-unsubscribe", "-subscribe", "-noreply"]
    .map { Array($0.utf8.reversed()) }

  private static let inside = ["noreply", "donotreply", "nepasrepondre", "pasdereponse", "newsletter"]
    .map { Array($0.utf8) }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}
